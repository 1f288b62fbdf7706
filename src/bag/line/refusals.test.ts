/** What is not taken, here or there, is not exchanged again every minute. */
import { describe, expect, test } from 'vitest';
import { type EventId, hexOf, type SignedEvent, signedBy } from '../../protocol/event.ts';
import { newSecret, publicKeyOf } from '../../protocol/keys.ts';
import { WRAP } from '../../words/kinds.ts';
import { MOST_BYTES } from '../carried/room.ts';
import { FakeRouter } from '../testing/fake-router.ts';
import { Phone, turns } from '../testing/phone.ts';
import { AGAIN_MS, Refusals } from './refusals.ts';

const begin = (name: string, before?: Phone) => new Phone(name, before).begin();
const stranger = newSecret();
const somebody = hexOf(publicKeyOf(newSecret()));
const letter = (number: number, bytes = 1_000): SignedEvent =>
  signedBy(stranger, { kind: WRAP, created_at: number, tags: [['p', somebody]], content: 'x'.repeat(bytes) });
const FROM = { is: 'router', id: 'x' } as const;

/** Letters that the router tells, or hears. */
const letters = (router: FakeRouter, isMine: boolean): number =>
  router.frames.filter(
    (frame) => frame.type === 'EVENT' && frame.isMine === isMine && frame.json.includes('"kind":1059'),
  ).length;

/** So many minutes, in steps in which the pace evens out. */
async function minutes(phone: Phone, count: number): Promise<void> {
  for (let step = 0; step < 4 * count; step += 1) {
    phone.pass(15);
    phone.timers.ring();
    await turns(12);
  }
}

describe('letters of strangers', () => {
  test('beyond what there is room for are fetched once, and what is new still comes', async () => {
    const router = new FakeRouter('r1');
    const each = 75_000;
    const count = Math.ceil((1.3 * MOST_BYTES.letters) / each);
    for (let number = 0; number < count; number += 1) await router.holding.put(letter(number, each), 0, FROM);
    const phone = await begin('Aki');
    await phone.walk(router);
    await minutes(phone, 12);
    expect(letters(router, true)).toBe(count);
    await minutes(phone, 5);
    expect(letters(router, true)).toBe(count);
    router.holding.nowS += 17 * 60;
    await router.holding.put(letter(count, each), 0, FROM);
    await minutes(phone, 5);
    expect(letters(router, true)).toBe(count + 1);
  });

  test('to somebody who keeps strangers out are fetched once', async () => {
    const router = new FakeRouter('r1');
    const [mother, son] = [await begin('Mother'), await begin('Son')];
    await mother.walk(router);
    for (const text of ['one', 'two', 'three']) await mother.say(son, text);
    await mother.until(() => [...mother.messages.values()].every(({ progress }) => progress === 'left') || undefined);
    mother.leave();
    son.bag.receive({ type: 'regard', known: [], blocked: [], closedTo: { allBut: [] } });
    await son.walk(router);
    await minutes(son, 2);
    const before = letters(router, true);
    await minutes(son, 3);
    expect(letters(router, true)).toBe(before);
  });

  test('that are not taken any more come once they are taken again', async () => {
    const router = new FakeRouter('r1');
    await router.holding.put(letter(1), 0, FROM);
    const phone = await begin('Aki');
    await phone.walk(router);
    await phone.until(() => phone.carried?.letters === 1 || undefined);
    phone.bag.receive({ type: 'take-letters', isOn: false });
    await phone.until(() => phone.carried?.letters === 0 || undefined);
    await minutes(phone, 1);
    phone.bag.receive({ type: 'take-letters', isOn: true });
    await minutes(phone, 2);
    expect(phone.carried?.letters).toBe(1);
  });

  test.each([
    ['quota', 1],
    ['too-large', 0],
  ] as const)('that a router refuses (%s) are offered once there, and in two hours %i more times', async (why, more) => {
    const [from, router] = [
      new FakeRouter('r1'),
      new FakeRouter('r2', ({ kind }) => (kind === WRAP ? why : undefined)),
    ];
    for (let number = 0; number < 12; number += 1) await from.holding.put(letter(number), 0, FROM);
    const phone = await begin('Aki');
    await phone.walk(from);
    await phone.until(() => phone.carried?.letters === 12 || undefined);
    await phone.walk(router);
    await minutes(phone, 5);
    expect(letters(router, false)).toBe(12);
    phone.pass(3_600);
    await minutes(phone, 3);
    expect(letters(router, false)).toBe(12 + 12 * more);
  });

  test('are given at the pace at which they are fetched', async () => {
    const [from, router] = [new FakeRouter('r1'), new FakeRouter('r2')];
    for (let number = 0; number < 40; number += 1) await from.holding.put(letter(number, 50_000), 0, FROM);
    const phone = await begin('Aki');
    await phone.walk(from);
    await minutes(phone, 3);
    expect(phone.carried?.letters).toBe(40);
    await phone.walk(router);
    await turns(100);
    // Five are under way at once; then their bytes have to even out.
    expect(letters(router, false)).toBeLessThanOrEqual(5);
    await minutes(phone, 3);
    expect(letters(router, false)).toBe(40);
  });
});

describe('what is one’s own', () => {
  test.each([
    ['too-large', 1],
    ['quota', 3],
  ] as const)('and is refused (%s) is given %i times in eleven minutes, and whenever a person tries it again', async (why, times) => {
    const router = new FakeRouter('r1', ({ kind }) => (kind === WRAP ? why : undefined));
    const [mother, son] = [await begin('Mother'), await begin('Son')];
    await mother.walk(router);
    await mother.say(son, 'hello');
    const { id } = await mother.message(({ progress }) => progress === 'refused');
    await minutes(mother, 11);
    expect(letters(router, false)).toBe(times);
    mother.bag.receive({ type: 'again', id });
    await turns();
    expect(letters(router, false)).toBe(times + 1);
  });

  test('and is refused for good is given to another router', async () => {
    const [strict, router] = [new FakeRouter('r1', () => 'too-large'), new FakeRouter('r2')];
    const [mother, son] = [await begin('Mother'), await begin('Son')];
    await mother.walk(strict);
    await mother.say(son, 'hello');
    await mother.message(({ progress }) => progress === 'refused');
    await mother.walk(router);
    await mother.message(({ progress }) => progress === 'left');
  });
});

test.each([
  ['full', 1],
  ['too-large', 2],
] as const)('files of others that a router refuses (%s): it is asked %i times for two of them', async (why, times) => {
  const [from, router] = [new FakeRouter('r1'), new FakeRouter('r2')];
  const [author, walker] = [await begin('Author'), await begin('Walker')];
  await author.walk(from);
  const files = ['a map', 'a list'].map((text) => ({ blob: new Blob([text]), name: text, type: 'image/jpeg' }));
  await author.ask({ type: 'post', text: 'here', topic: 'notice', days: 3, files });
  await author.post(({ progress }) => progress === 'left');
  await walker.walk(from);
  const { id, attachments } = await walker.post(() => true);
  for (const file of attachments) await walker.ask({ type: 'attachment', of: id, file });
  router.refuseBlobs = why;
  await walker.walk(router);
  await minutes(walker, 5);
  const puts = (): number => router.requests.filter((request) => request.startsWith('PUT')).length;
  expect(puts()).toBe(times);
  router.refuseBlobs = undefined;
  walker.pass(3_600);
  await minutes(walker, 2);
  expect(router.blobs.size).toBe(why === 'full' ? 2 : 0);
});

describe('what is remembered', () => {
  const id = 'a'.repeat(64) as EventId;
  const other = 'b'.repeat(64) as EventId;
  function remembering() {
    const now = { elapsed: 0, hasRoom: false };
    const refusals = new Refusals({ elapsed: () => now.elapsed, hasRoom: () => now.hasRoom });
    return { now, refusals, memory: refusals.memoryOf('r1') };
  }

  test('is looked for again where there is room, if it went for others or did not fit, and not if it is wrong', () => {
    const { now, memory } = remembering();
    memory.note(id, 'here', 'full');
    memory.note(other, 'here', 'malformed');
    expect([memory.isDone(id, 'here'), memory.isDone(other, 'here')]).toEqual([true, true]);
    now.hasRoom = true;
    expect([memory.isDone(id, 'here'), memory.isDone(other, 'here')]).toEqual([false, true]);
  });

  test('is of one router, and not what that says of the moment', () => {
    const { now, refusals, memory } = remembering();
    memory.note(id, 'there', 'full');
    memory.note(other, 'there', 'pace');
    expect([memory.isDone(id, 'there'), memory.isDone(other, 'there')]).toEqual([true, false]);
    expect(refusals.memoryOf('r2').isDone(id, 'there')).toBe(false);
    expect(refusals.isRefused('r1', id, AGAIN_MS.own)).toBe(true);
    now.elapsed += AGAIN_MS.own;
    expect(refusals.isRefused('r1', id, AGAIN_MS.own)).toBe(false);
    refusals.note('r1', id, 'too-large');
    now.elapsed += 10 * AGAIN_MS.theirs;
    expect(memory.isDone(id, 'there')).toBe(true);
    refusals.note('r1', id, 'held');
    expect(memory.isDone(id, 'there')).toBe(false);
  });

  test('is bounded', () => {
    const { memory } = remembering();
    const ids = Array.from({ length: 20_001 }, (_, number) => String(number).padStart(64, '0') as EventId);
    for (const one of ids) memory.note(one, 'there', 'full');
    expect(ids.filter((one) => !memory.isDone(one, 'there'))).toEqual([ids[0]]);
  });
});
