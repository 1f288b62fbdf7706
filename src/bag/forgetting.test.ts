/** All that was said with somebody goes off this device, in one request. */
import { describe, expect, test } from 'vitest';
import { hexOf } from '../protocol/event.ts';
import { DELETION, WRAP } from '../words/kinds.ts';
import type { FileToSay } from './api/api.ts';
import { FakeRouter } from './testing/fake-router.ts';
import { Phone, turns } from './testing/phone.ts';

const begin = (name: string, before?: Phone) => new Phone(name, before).begin();
const photo: FileToSay = { blob: new Blob(['a photo']), name: 'a.jpg', type: 'image/jpeg' };
const forgetAll = async (phone: Phone, other: Phone): Promise<boolean> => {
  const answer = await phone.ask({ type: 'forget-all', with: other.id });
  return answer.type === 'forgotten' && answer.isWhole;
};
const texts = ({ messages }: Phone) => [...messages.values()].map(({ text }) => text).sort();

async function three() {
  const router = new FakeRouter('r1');
  const [mother, son, aunt] = [await begin('Mother'), await begin('Son'), await begin('Aunt')];
  return { router, mother, son, aunt };
}

describe('all that was said with somebody', () => {
  test('goes both ways, and nothing of anybody else, also over a reload', async () => {
    const { router, mother, son, aunt } = await three();
    for (const phone of [mother, aunt, son]) await phone.walk(router);
    await mother.say(son, 'one');
    await mother.say(son, 'two');
    await aunt.say(son, 'of the aunt');
    await son.say(mother, 'three');
    await son.until(() => (son.messages.size === 4 ? true : undefined));
    expect(await forgetAll(son, mother)).toBe(true);
    await son.until(() => (son.messages.size === 1 ? true : undefined));
    expect(texts(son)).toEqual(['of the aunt']);
    await mother.until(() => (mother.messages.size === 3 ? true : undefined)); // she keeps hers
    son.leave();
    const again = await begin('Son', son);
    await again.walk(router);
    await again.message(({ text }) => text === 'of the aunt');
    await turns();
    expect(texts(again)).toEqual(['of the aunt']);
  });

  test('is not left any more where no router has it, and its files go; what one has is not taken back', async () => {
    const { router, mother, son, aunt } = await three();
    await mother.walk(router);
    await mother.say(son, 'with the router');
    await mother.message(({ progress }) => progress === 'left');
    await mother.walk(undefined);
    await mother.say(son, 'kept', [photo]);
    await mother.say(aunt, 'to the aunt');
    await mother.until(() => [...mother.messages.values()].filter(({ progress }) => progress === 'kept')[2]);
    expect(mother.stores.blobs.kept.size).toBeGreaterThan(0);
    expect(await forgetAll(mother, son)).toBe(true);
    await mother.until(() => (mother.stores.blobs.kept.size === 0 ? true : undefined));
    const next = new FakeRouter('r2');
    await mother.walk(next);
    await mother.message(({ text, progress }) => text === 'to the aunt' && progress === 'left');
    await turns();
    const left = (at: FakeRouter) => [...at.holding.kept.values()].filter(({ event }) => event.kind === WRAP).length;
    expect([left(router), left(next)]).toEqual([1, 2]);
  });

  test('is held by nobody for a file that will not be fetched', async () => {
    const { router, mother, son } = await three();
    await mother.walk(router);
    await mother.say(son, '', [photo]);
    await mother.message(({ progress }) => progress === 'left');
    await son.walk(router);
    await son.message(() => true);
    const gone = () =>
      [...router.holding.kept.values()].filter(
        ({ event }) => event.kind === DELETION && event.pubkey === hexOf(son.key),
      );
    await turns();
    expect(gone()).toEqual([]);
    expect(await forgetAll(son, mother)).toBe(true);
    await son.until(() => gone()[0]);
  });

  test('stays where the browser refuses, and that is said', async () => {
    const { router, mother, son } = await three();
    for (const phone of [mother, son]) await phone.walk(router);
    await mother.say(son, 'one');
    await son.message(() => true);
    son.stores.messages.refuses = 'refused';
    expect(await forgetAll(son, mother)).toBe(false);
    await turns();
    expect(texts(son)).toEqual(['one']);
    son.stores.messages.refuses = undefined;
    expect(await forgetAll(son, mother)).toBe(true);
    await son.until(() => (son.messages.size === 0 ? true : undefined));
  });

  test('goes from a disk that is full', async () => {
    const { router, mother, son } = await three();
    for (const phone of [mother, son]) await phone.walk(router);
    await mother.say(son, 'one');
    await son.message(() => true);
    son.stores.messages.takesNoMore = true;
    expect(await forgetAll(son, mother)).toBe(true);
    await son.until(() => (son.messages.size === 0 ? true : undefined));
    expect(son.stores.messages.kept.size).toBe(0);
  });

  test('of which nobody knows what else is stored, is not called deleted', async () => {
    const { router, mother, son } = await three();
    for (const phone of [mother, son]) await phone.walk(router);
    await mother.say(son, 'one');
    await son.message(() => true);
    son.leave();
    const again = new Phone('Son', son);
    again.stores.messages.refuses = 'refused';
    await again.begin();
    expect(await forgetAll(again, mother)).toBe(false);
  });
});
