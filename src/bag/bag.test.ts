/** Phones with their bags at routers in memory: what one says, the other one reads, whoever carried it. */
import { describe, expect, test } from 'vitest';
import { type EventId, hexOf, rumorOf, type SignedEvent, signedBy } from '../protocol/event.ts';
import { idOf, newSecret, publicKeyOf, type SecretKey } from '../protocol/keys.ts';
import { DELETION, POST, WRAP } from '../words/kinds.ts';
import { type LabelWord, labelDraft } from '../words/label.ts';
import { messageDraft } from '../words/letters/message.ts';
import type { FileToSay } from './api/api.ts';
import type { AttachmentView } from './api/views.ts';
import { LIVE_MS } from './letters/leaving.ts';
import { FakeRouter } from './testing/fake-router.ts';
import { Phone, turns } from './testing/phone.ts';

const begin = (name: string, before?: Phone) => new Phone(name, before).begin();
const kinds = (router: FakeRouter, kind: number): readonly SignedEvent[] =>
  [...router.holding.kept.values()].flatMap(({ event }) => (event.kind === kind ? [event] : []));
const deletionsBy = ({ key }: Phone, router: FakeRouter): readonly SignedEvent[] =>
  kinds(router, DELETION).filter(({ pubkey }) => pubkey === hexOf(key));
const file = (content: string, more: Partial<FileToSay> = {}): FileToSay => ({
  blob: new Blob([content]),
  name: 'a.jpg',
  type: 'image/jpeg',
  ...more,
});

describe('a message', () => {
  test('is left with the router, read by the other one, and its author hears that', async () => {
    const router = new FakeRouter('r1');
    const [mother, son] = [await begin('Mother'), await begin('Son')];
    await mother.walk(router);
    expect(await mother.say(son, 'we are at the east gym')).toBeUndefined();
    await mother.message(({ progress }) => progress === 'left');
    expect(kinds(router, WRAP)).toHaveLength(1);

    await son.walk(router);
    const got = await son.message(({ isNew }) => isNew === true);
    expect(got).toMatchObject({ text: 'we are at the east gym', direction: 'received', with: mother.key });
    expect(got.withName).toBe('Mother');
    const sent = await mother.message(({ progress }) => progress === 'arrived');
    expect(sent.id).toBe(got.id);
    // Nobody needs to hold it any more, and he says so with his own key.
    const [deletion] = kinds(router, DELETION);
    expect(deletion).toMatchObject({ pubkey: hexOf(son.key), tags: [['e', kinds(router, WRAP)[0]?.id]] });
  });

  test('waits where there is no router, also over a reload, and is carried to the next one', async () => {
    const [mother, son] = [await begin('Mother'), await begin('Son')];
    await mother.say(son, 'we are at the east gym');
    await mother.message(({ progress }) => progress === 'kept');
    mother.leave();
    const again = await begin('Mother', mother);
    await again.message(({ progress }) => progress === 'kept');
    const router = new FakeRouter('r1');
    await again.walk(router);
    await again.message(({ progress }) => progress === 'left');
    await son.walk(router);
    await son.message(({ text }) => text === 'we are at the east gym');
  });

  test('goes over the link to somebody who is here, and no router hears of it', async () => {
    const router = new FakeRouter('r1');
    const [mother, son] = [await begin('Mother'), await begin('Son')];
    await mother.walk(router);
    mother.bag.receive({ type: 'present', peers: [son.id] });
    await mother.say(son, 'here I am');
    const passed = await mother.until(() => mother.posted.find((one) => one.type === 'pass'));
    if (passed.type !== 'pass') expect.fail();
    expect(passed.to).toBe(son.id);
    son.bag.receive({ type: 'word', key: mother.key, event: passed.event });
    const heard = await son.until(() => son.posted.find((one) => one.type === 'tell-heard'));
    expect(heard).toEqual({ type: 'tell-heard', to: mother.id, id: passed.event.id });
    expect((await son.message(() => true)).text).toBe('here I am');
    mother.bag.receive({ type: 'heard', peer: son.id, id: passed.event.id });
    await mother.message(({ progress }) => progress === 'arrived');
    await turns();
    expect(kinds(router, WRAP)).toEqual([]);
  });

  test.each([
    'nobody answers',
    'there is no link',
  ])('that goes over a link and %s, is left sealed, and shown once', async (why) => {
    const router = new FakeRouter('r1');
    const [mother, son] = [await begin('Mother'), await begin('Son')];
    await mother.walk(router);
    mother.bag.receive({ type: 'present', peers: [son.id] });
    await mother.say(son, 'here I am');
    const passed = await mother.until(() => mother.posted.find((one) => one.type === 'pass'));
    if (passed.type !== 'pass') expect.fail();
    expect(kinds(router, WRAP)).toEqual([]);
    if (why === 'there is no link') mother.bag.receive({ type: 'unpassed', ids: [passed.event.id] });
    else mother.timers.ring(LIVE_MS);
    await mother.message(({ progress }) => progress === 'left');
    // It did come, too late for an answer; and then the letter.
    son.bag.receive({ type: 'word', key: mother.key, event: passed.event });
    await son.walk(router);
    await mother.message(({ progress }) => progress === 'arrived');
    expect([...son.messages.values()].map(({ text }) => text)).toEqual(['here I am']);
  });

  test('of somebody who is blocked, or that is for somebody else, is dropped unseen', async () => {
    const router = new FakeRouter('r1');
    const [stranger, son] = [await begin('Stranger'), await begin('Son')];
    son.bag.receive({ type: 'regard', known: [], blocked: [stranger.id] });
    await stranger.walk(router);
    await stranger.say(son, 'you again');
    await stranger.message(({ progress }) => progress === 'left');
    await son.walk(router);
    await turns();
    expect([...son.messages.values()]).toEqual([]);
    expect(kinds(router, DELETION)).toEqual([]);
    const other = rumorOf(stranger.key, messageDraft({ says: 'text', text: 'x' }, publicKeyOf(newSecret()), 5));
    son.bag.receive({ type: 'regard', known: [], blocked: [] });
    son.bag.receive({ type: 'word', key: stranger.key, event: other });
    await turns();
    expect([...son.messages.values()]).toEqual([]);
  });

  test('of a stranger waits while strangers are kept out, without a word, and comes when they are let in', async () => {
    const router = new FakeRouter('r1');
    const [stranger, friend, met, son] = await Promise.all(
      ['Stranger', 'Friend', 'Met', 'Son'].map((one) => begin(one)),
    );
    if (!stranger || !friend || !met || !son) expect.fail();
    for (const author of [stranger, friend, met]) {
      await author.walk(router);
      await author.say(son, 'let me in');
      await author.message(({ progress }) => progress === 'left');
    }
    const known = { type: 'regard', known: [friend.key], blocked: [] } as const;
    son.bag.receive({ ...known, closedTo: { allBut: [met.id] } });
    await son.walk(router);
    await friend.message(({ progress }) => progress === 'arrived');
    await met.message(({ progress }) => progress === 'arrived');
    expect(new Set([...son.messages.values()].map((view) => view.with))).toEqual(new Set([friend.key, met.key]));
    expect([...stranger.messages.values()].map(({ progress }) => progress)).toEqual(['left']);
    son.bag.receive(known);
    await son.message((view) => view.with === stranger.key);
    await stranger.message(({ progress }) => progress === 'arrived');
  });

  test('that the router refuses is said so, and can be tried again', async () => {
    let isFull = true;
    const router = new FakeRouter('r1', ({ kind }) => (isFull && kind === WRAP ? 'quota' : undefined));
    const [mother, son] = [await begin('Mother'), await begin('Son')];
    await mother.walk(router);
    await mother.say(son, 'hello');
    const refused = await mother.message(({ progress }) => progress === 'refused');
    expect(refused.why).toBe('quota');
    isFull = false;
    mother.bag.receive({ type: 'again', id: refused.id });
    await mother.message(({ progress }) => progress === 'left');
    expect(kinds(router, WRAP)).toHaveLength(1);
  });

  test('of which a router says only that it is deleted, is kept, and brought to the next one', async () => {
    const liar = new FakeRouter('liar', ({ kind }) => (kind === WRAP ? 'deleted' : undefined));
    const [mother, son] = [await begin('Mother'), await begin('Son')];
    await mother.walk(liar);
    await mother.say(son, 'hello');
    const { why } = await mother.message(({ progress }) => progress === 'refused');
    expect(why).toBe('deleted');
    const router = new FakeRouter('r1');
    await mother.walk(router);
    await mother.message(({ progress }) => progress === 'left');
    await son.walk(router);
    await son.message(({ text }) => text === 'hello');
  });

  test('that an operator removes is said to be so, and left at the next router', async () => {
    const operator = newSecret();
    const [router, other] = [new FakeRouter('r1'), new FakeRouter('r2')];
    router.operator = hexOf(publicKeyOf(operator));
    const mother = await begin('Mother');
    await mother.walk(router);
    await mother.say(await begin('Son'), 'hello');
    await mother.message(({ progress }) => progress === 'left');
    const [wrap] = kinds(router, WRAP);
    if (wrap === undefined) expect.fail();
    const label = (by: SecretKey, word: LabelWord) =>
      router.holding.put(signedBy(by, labelDraft({ word, target: wrap.id }, 5)), 0, { is: 'router', id: 'x' });
    await label(newSecret(), 'remove'); // of nobody whose word counts
    await label(operator, 'pin');
    await turns();
    expect([...mother.messages.values()]).toMatchObject([{ progress: 'left' }]);
    await label(operator, 'remove');
    expect(await mother.message(({ progress }) => progress === 'refused')).toMatchObject({ why: 'removed' });
    await mother.walk(other);
    await mother.message(({ progress }) => progress === 'carried');
    await mother.walk(new FakeRouter('r3', () => 'removed'));
    expect(await mother.message(({ progress }) => progress === 'refused')).toMatchObject({ why: 'removed' });
  });

  test('which the other one has by another way, is let go when their own word of it is there', async () => {
    const [router, next] = [new FakeRouter('r1'), new FakeRouter('r2')];
    const [mother, son] = [await begin('Mother'), await begin('Son')];
    await mother.walk(router);
    await mother.say(son, 'hello');
    await mother.message(({ progress }) => progress === 'left');
    const [wrap] = kinds(router, WRAP);
    if (wrap === undefined) expect.fail();
    const told = signedBy(son.secret, { kind: DELETION, created_at: 5, tags: [['e', wrap.id]], content: '' });
    await next.holding.put(told, 0, { is: 'router', id: 'x' });
    next.holding.gone.add(wrap.id);
    mother.posted.length = 0;
    await mother.walk(next);
    await turns();
    expect([...mother.stores.words.kept.keys()]).toContain(`g${wrap.id}`);
    const shown = mother.posted.flatMap((one) => (one.type === 'messages' ? one.put : []));
    expect(shown.map(({ progress }) => progress)).not.toContain('refused');
  });

  test('that no router has yet is not left any more when it is taken off this device', async () => {
    const [mother, son] = [await begin('Mother'), await begin('Son')];
    await mother.say(son, 'not this');
    const { id } = await mother.message(({ progress }) => progress === 'kept');
    mother.bag.receive({ type: 'forget', id });
    await mother.until(() => mother.messages.size === 0 || undefined);
    await mother.say(son, 'but this');
    const router = new FakeRouter('r1');
    await mother.walk(router);
    await mother.message(({ progress }) => progress === 'left');
    expect(kinds(router, WRAP)).toHaveLength(1);
    await son.walk(router);
    expect((await son.message(() => true)).text).toBe('but this');
  });

  test('of which nothing is heard for days is not delivered', async () => {
    const router = new FakeRouter('r1');
    const [mother, son] = [await begin('Mother'), await begin('Son')];
    await mother.walk(router);
    await mother.say(son, 'hello');
    await mother.message(({ progress }) => progress === 'left');
    for (let day = 0; day < 15; day += 1) {
      mother.pass(86_400);
      mother.timers.ring(60_000);
    }
    await mother.message(({ progress }) => progress === 'undelivered');
  });

  test('is carried by somebody who walks, to a router that never heard of either', async () => {
    const [east, west] = [new FakeRouter('east'), new FakeRouter('west')];
    const [mother, son, walker] = [await begin('Mother'), await begin('Son'), await begin('Walker')];
    await mother.walk(east);
    await mother.say(son, 'we are at the east gym');
    await mother.message(({ progress }) => progress === 'left');
    await walker.walk(east);
    await walker.until(() => walker.carried?.letters === 1 || undefined);
    await walker.walk(west);
    await walker.until(() => kinds(west, WRAP).length === 1 || undefined);
    await son.walk(west);
    await son.message(({ text }) => text === 'we are at the east gym');
    expect([...walker.messages.values()]).toEqual([]);
  });

  test('is not carried by somebody who does not want that, nor when they throw it away', async () => {
    const router = new FakeRouter('east');
    const [mother, son, walker] = [await begin('Mother'), await begin('Son'), await begin('Walker')];
    await mother.walk(router);
    await mother.say(son, 'hello');
    await mother.message(({ progress }) => progress === 'left');
    await walker.walk(router);
    await walker.until(() => walker.carried?.letters === 1 || undefined);
    walker.bag.receive({ type: 'take-letters', isOn: false });
    await walker.until(() => (walker.carried?.letters === 0 && !walker.carried.takesLetters) || undefined);
    const again = await begin('Walker', walker);
    await again.until(() => (again.carried?.takesLetters === false ? true : undefined));
  });

  test('without a key to seal it with is not said; the router is asked, and not believed', async () => {
    const router = new FakeRouter('r1');
    const [mother, son] = [await begin('Mother'), await begin('Son')];
    await mother.walk(router);
    const say = { type: 'say', to: son.id, text: 'hello', files: [] } as const;
    expect(await mother.ask(say)).toMatchObject({ not: 'no-key' });
    router.keys.push(hexOf(son.key));
    expect(await mother.ask(say)).toMatchObject({ not: undefined });
    expect(await mother.ask({ ...say, to: mother.id, key: son.key })).toMatchObject({ not: 'no-key' });
  });

  test('is sealed with the key that a link has proved, where no router knows it, and by nobody else’s', async () => {
    const [mother, son, other] = [await begin('Mother'), await begin('Son'), await begin('Other')];
    mother.bag.receive({ type: 'present', peers: [son.id] });
    const asked = mother.ask({ type: 'say', to: son.id, text: 'hello', files: [] });
    await mother.until(() => mother.posted.find(({ type }) => type === 'meet'));
    expect(mother.posted).toContainEqual({ type: 'meet', peer: son.id });
    mother.bag.receive({ type: 'met', key: other.key });
    expect(mother.messages.size).toBe(0);
    mother.bag.receive({ type: 'met', key: son.key });
    expect(await asked).toMatchObject({ not: undefined });
    expect(await mother.ask({ type: 'say', to: other.id, text: 'hello', files: [] })).toMatchObject({ not: undefined });
  });

  test('is not said when nobody is met in time', async () => {
    const [mother, son] = [await begin('Mother'), await begin('Son')];
    mother.bag.receive({ type: 'present', peers: [son.id] });
    const asked = mother.ask({ type: 'say', to: son.id, text: 'hello', files: [] });
    await mother.until(() => mother.posted.find(({ type }) => type === 'meet'));
    mother.timers.ring();
    expect(await asked).toMatchObject({ not: 'no-key' });
  });

  test('is taken off this device, and a copy does not bring it back', async () => {
    const router = new FakeRouter('r1');
    const [mother, son] = [await begin('Mother'), await begin('Son')];
    await mother.walk(router);
    await mother.say(son, 'hello');
    await son.walk(router);
    const { id } = await son.message(() => true);
    son.bag.receive({ type: 'forget', id });
    await son.until(() => son.messages.size === 0 || undefined);
    const { id: sent } = await mother.message(({ progress }) => progress === 'arrived');
    expect(sent).toBe(id);
    const rumor = rumorOf(mother.key, {
      kind: 14,
      created_at: 1_764_150_000,
      tags: [
        ['p', hexOf(son.key)],
        ['name', 'Mother'],
      ],
      content: 'hello',
    });
    expect(rumor.id).toBe(id);
    son.bag.receive({ type: 'word', key: mother.key, event: rumor });
    await son.until(() => son.posted.find((one) => one.type === 'tell-heard'));
    await turns();
    expect(son.messages.size).toBe(0);
  });
});

test('keys that somebody makes up shut nobody out: whoever has said most loses their oldest, and the blocked do not count', async () => {
  const router = new FakeRouter('r1');
  const son = await begin('Son');
  await son.walk(router);
  const keys = [newSecret(), newSecret(), newSecret()].map(publicKeyOf);
  for (const key of keys)
    for (let at = 0; at < 200; at += 1) {
      const event = rumorOf(key, messageDraft({ says: 'text', text: `${at}` }, son.key, at));
      son.bag.receive({ type: 'word', key, event });
    }
  await turns();
  const shown = (): readonly number[] => {
    const all = [...son.messages.values()];
    return keys.map((key) => all.filter((view) => view.with === key).length);
  };
  await son.until(() => son.messages.size === 500 || undefined);
  const honest = await begin('Honest');
  await honest.walk(router);
  await honest.say(son, 'please help');
  await honest.message(({ progress }) => progress === 'arrived');
  await son.message(({ text }) => text === 'please help');
  expect(shown().reduce((sum, count) => sum + count)).toBe(499);
  son.bag.receive({ type: 'regard', known: [], blocked: keys.map(idOf) });
  for (const text of ['we are here', 'at the gym']) await honest.say(son, text);
  await son.message(({ text }) => text === 'at the gym');
  expect(shown().reduce((sum, count) => sum + count)).toBe(499);
});

describe('a page that is killed while letters come', () => {
  /** So many transactions of events, and of messages, are committed before. */
  const moments = [
    [0, 0],
    [1, 0],
    [1, 1],
    [2, 0],
    [2, 1],
    [3, 2],
  ] as const;
  test('has each once at the next visit, and their author hears of all of them', async () => {
    const router = new FakeRouter('r1');
    const mother = await begin('Mother');
    await mother.walk(router);
    for (const [words, messages] of moments) {
      const son = new Phone('Son');
      const texts = [`one ${words} ${messages}`, `two ${words} ${messages}`];
      for (const text of texts) await mother.say(son, text);
      await mother.until(
        () => kinds(router, WRAP).filter(({ tags }) => tags[0]?.[1] === hexOf(son.key)).length === 2 || undefined,
      );
      son.stores.words.writesLeft = words;
      son.stores.messages.writesLeft = messages;
      await son.begin();
      son.at = router;
      son.bag.receive({ type: 'router', router: router.own });
      await turns(30);
      son.leave();
      const again = await begin('Son', son);
      await again.walk(router);
      await again.until(() => again.messages.size === 2 || undefined);
      await mother.until(() => {
        const sent = [...mother.messages.values()].filter(({ text }) => texts.includes(text));
        return sent.every(({ progress }) => progress === 'arrived') || undefined;
      });
      expect([...again.messages.values()].map(({ text }) => text).sort()).toEqual(texts);
      again.leave();
    }
  });
});

describe('a file', () => {
  test('is sealed, brought, opened by the other one alone, and then no longer held for them', async () => {
    const router = new FakeRouter('r1');
    const [mother, son] = [await begin('Mother'), await begin('Son')];
    await mother.walk(router);
    const picture = Uint8Array.from([255, 216, 255]);
    expect(await mother.say(son, '', [file('a photo', { picture })])).toBeUndefined();
    await mother.message(({ progress }) => progress === 'left');
    const [sealedBytes] = router.blobs.values();
    expect(sealedBytes?.length).toBe('a photo'.length + 16);
    await son.walk(router);
    const { id, attachments } = await son.message(() => true);
    const [shown] = attachments;
    if (shown === undefined) expect.fail();
    expect(shown).toMatchObject({ name: 'a.jpg', size: 7, type: 'image/jpeg' });
    await mother.message(({ progress }) => progress === 'arrived');
    await turns();
    expect(kinds(router, DELETION).filter(({ pubkey }) => pubkey === hexOf(son.key))).toEqual([]);
    const small = await son.ask({ type: 'thumb', of: id, file: shown });
    expect(
      small.type === 'bytes' && [...new Uint8Array((await small.blob?.arrayBuffer()) ?? new ArrayBuffer(0))],
    ).toEqual([255, 216, 255]);
    const whole = await son.ask({ type: 'attachment', of: id, file: shown });
    expect(whole.type === 'bytes' && (await whole.blob?.text())).toBe('a photo');
    await son.until(() => kinds(router, DELETION).some(({ pubkey }) => pubkey === hexOf(son.key)) || undefined);
  });

  /** What he opens, with its message; the letter is gone at the router when this resolves, and so are the bytes. */
  async function opened(router: FakeRouter, mother: Phone, son: Phone, content = 'a photo') {
    await mother.walk(router);
    await mother.say(son, '', [file(content)]);
    await mother.message(({ progress }) => progress === 'left');
    await son.walk(router);
    const { id, attachments } = await son.message((view) => view.attachments.length > 0);
    const shown = attachments[0] ?? expect.fail();
    await son.ask({ type: 'attachment', of: id, file: shown });
    return { id, shown };
  }
  const shownTo = async (phone: Phone, of: string, shown: AttachmentView): Promise<string | undefined> => {
    const read = await phone.ask({ type: 'attachment', of: of as EventId, file: shown });
    return read.type === 'bytes' ? read.blob?.text() : undefined;
  };

  test('of a message stays with it when all that is carried is thrown away, and goes with it', async () => {
    const router = new FakeRouter('r1');
    const [mother, son] = [await begin('Mother'), await begin('Son')];
    const { id, shown } = await opened(router, mother, son);
    await son.until(() => deletionsBy(son, router)[0]);
    router.blobs.clear(); // nobody needs to hold it
    // It is his, and not for others.
    await son.until(() => (son.carried?.files === 0 ? true : undefined));
    son.bag.receive({ type: 'throw-away' });
    await turns();
    expect(await shownTo(son, id, shown)).toBe('a photo');
    son.leave();
    const again = await begin('Son', son);
    again.bag.receive({ type: 'throw-away' });
    await turns();
    expect(await shownTo(again, id, shown)).toBe('a photo');
    again.bag.receive({ type: 'forget', id });
    await again.until(() => again.stores.blobs.kept.size === 0 || undefined);
  });

  test('is let go by nobody while this device could not write it', async () => {
    const router = new FakeRouter('r1');
    const [mother, son] = [await begin('Mother'), await begin('Son')];
    son.stores.blobs.refuses = 'full';
    const { id, shown } = await opened(router, mother, son);
    son.timers.ring();
    await turns();
    expect(deletionsBy(son, router)).toEqual([]);
    son.stores.blobs.refuses = undefined;
    expect(await shownTo(son, id, shown)).toBe('a photo');
    await son.until(() => deletionsBy(son, router)[0]);
  });

  test('whose bytes somebody has changed is not shown', async () => {
    const router = new FakeRouter('r1');
    const [mother, son] = [await begin('Mother'), await begin('Son')];
    await mother.walk(router);
    await mother.say(son, '', [file('a photo')]);
    await mother.message(({ progress }) => progress === 'left');
    const [[digest] = ['']] = router.blobs;
    router.blobs.set(digest, new Uint8Array(23));
    await son.walk(router);
    const { id, attachments } = await son.message(() => true);
    const [shown] = attachments;
    if (shown === undefined) expect.fail();
    expect(await son.ask({ type: 'attachment', of: id, file: shown })).toMatchObject({ blob: undefined });
  });

  test('says with which text it was said, also where that comes later', async () => {
    const router = new FakeRouter('r1');
    const [mother, son] = [await begin('Mother'), await begin('Son')];
    await mother.walk(router);
    await mother.say(son, 'the gym', [file('a photo')]);
    await mother.message(({ attachments, progress }) => attachments.length > 0 && progress === 'left');
    await mother.message(({ text, progress }) => text === 'the gym' && progress === 'left');
    await son.walk(router);
    const [text, photo] = await Promise.all([
      son.message((view) => view.text === 'the gym'),
      son.message(({ attachments }) => attachments.length > 0),
    ]);
    const { id } = text.together ?? expect.fail('alone');
    expect([text.together, photo.together]).toEqual([
      { id, at: 0, of: 2 },
      { id, at: 1, of: 2 },
    ]);
    await mother.say(son, 'alone');
    expect((await mother.message((view) => view.text === 'alone')).together).toBeUndefined();
  });

  test('that is too large, unreadable, or one too many, is not said, and nothing of it is kept', async () => {
    const router = new FakeRouter('r1');
    router.blobBytes = 100;
    const [mother, son] = [await begin('Mother'), await begin('Son')];
    await mother.walk(router);
    expect(await mother.say(son, 'x', [file('y'.repeat(100))])).toBe('file-too-large');
    const broken = Object.assign(new Blob(['x']), { arrayBuffer: () => Promise.reject(new DOMException('gone')) });
    expect(await mother.say(son, 'x', [file('whole'), file('', { blob: broken })])).toBe('unreadable');
    const post = { type: 'post', text: 'x', topic: 'notice', days: 3 } as const;
    const files = [file('whole'), file('', { blob: broken })];
    expect(await mother.ask({ ...post, files })).toMatchObject({ not: 'unreadable' });
    expect(
      await mother.say(
        son,
        'x',
        Array.from({ length: 13 }, () => file('z')),
      ),
    ).toBe('too-many-files');
    expect(await mother.say(son, '水'.repeat(11_000))).toBe('too-long');
    await turns();
    expect(mother.messages.size).toBe(0);
    expect(mother.stores.blobs.kept.size).toBe(0);
  });

  test('that waits for a router goes with what named it, and not before', async () => {
    const [mother, son] = [await begin('Mother'), await begin('Son')];
    const waits = (phone: Phone): number => phone.stores.blobs.kept.size / 2; // the bytes, and an entry about them
    const post = { type: 'post', text: 'map', topic: 'notice', days: 3 } as const;
    mother.bag.receive({ type: 'look', isOn: true });
    await mother.ask({ ...post, files: [file('a map')] });
    const { id } = await mother.post(({ progress }) => progress === 'kept');
    // The same file once more, in a post that is not put up in the end.
    const broken = Object.assign(new Blob(['x']), { arrayBuffer: () => Promise.reject(new DOMException('gone')) });
    await mother.ask({ ...post, files: [file('a map'), file('', { blob: broken })] });
    await mother.say(son, '', [file('a photo')]);
    const photo = await mother.message(({ progress }) => progress === 'kept');
    expect(waits(mother)).toBe(2);
    mother.timers.ring(60_000);
    await turns();
    expect(waits(mother)).toBe(2);
    mother.bag.receive({ type: 'take-back', id });
    await mother.until(() => mother.posts.size === 0 || undefined);
    await turns();
    expect(waits(mother)).toBe(1);
    mother.bag.receive({ type: 'forget', id: photo.id });
    await mother.until(() => mother.messages.size === 0 || undefined);
    await turns();
    expect(waits(mother)).toBe(0);
  });

  test('of a message that was not said when the page was killed, waits for nothing at the next visit', async () => {
    const mother = await begin('Mother');
    mother.stores.messages.writesLeft = 0;
    void mother.say(await begin('Son'), '', [file('a photo')]);
    await mother.until(() => mother.stores.blobs.kept.size === 2 || undefined);
    await turns();
    mother.leave();
    const again = await begin('Mother', mother);
    await turns();
    expect(again.stores.blobs.kept.size).toBe(0);
  });

  test('that the router does not take is said so', async () => {
    const router = new FakeRouter('r1');
    router.refuseBlobs = 'quota';
    const [mother, son] = [await begin('Mother'), await begin('Son')];
    await mother.walk(router);
    await mother.say(son, '', [file('a photo')]);
    const { why, id } = await mother.message(({ progress }) => progress === 'refused');
    expect(why).toBe('quota');
    router.refuseBlobs = undefined;
    mother.bag.receive({ type: 'again', id });
    await mother.message(({ progress }) => progress === 'left');
  });

  test('that is large is not sent to a router that would not take it', async () => {
    const router = new FakeRouter('r1');
    router.refuseBlobs = 'full';
    const [mother, son] = [await begin('Mother'), await begin('Son')];
    await mother.walk(router);
    await mother.say(son, '', [file('x'.repeat(100_000))]);
    const { why, id } = await mother.message(({ progress }) => progress === 'refused');
    expect(why).toBe('full');
    const isSent = () => router.requests.includes('PUT upload');
    expect(isSent()).toBe(false);
    router.refuseBlobs = undefined;
    mother.bag.receive({ type: 'again', id });
    await mother.message(({ progress }) => progress === 'left');
    expect(isSent()).toBe(true);
  });

  test('of a stranger’s letter is taken along, sealed, and let go with the letter', async () => {
    const [east, west] = [new FakeRouter('east'), new FakeRouter('west')];
    const [mother, son, walker] = [await begin('Mother'), await begin('Son'), await begin('Walker')];
    await mother.walk(east);
    await mother.say(son, '', [file('a photo of the gym')]);
    await mother.message(({ progress }) => progress === 'left');
    await walker.walk(east);
    await walker.until(() => walker.carried?.files === 1 || undefined);
    await walker.walk(west);
    await walker.until(() => west.blobs.size === 1 || undefined);
    expect([...west.blobs.values()].map((bytes) => new TextDecoder().decode(bytes))).not.toContain(
      'a photo of the gym',
    );
    await son.walk(west);
    const { id, attachments } = await son.message(() => true);
    const [photo] = attachments;
    if (photo === undefined) expect.fail();
    const read = await son.ask({ type: 'attachment', of: id, file: photo });
    expect(read.type === 'bytes' && (await read.blob?.text())).toBe('a photo of the gym');
    // He has it now, and says so: the walker has nothing left to carry.
    await walker.until(() => walker.carried?.letters === 0 || undefined);
    walker.timers.ring(60 * 1000);
    await walker.until(() => walker.carried?.files === 0 || undefined);
  });

  test('that was opened travels with the post', async () => {
    const [east, west] = [new FakeRouter('east'), new FakeRouter('west')];
    const [author, walker, reader] = [await begin('Author'), await begin('Walker'), await begin('Reader')];
    await author.walk(east);
    await author.ask({ type: 'post', text: 'map', topic: 'notice', days: 3, files: [file('a map')] });
    await author.post(({ progress }) => progress === 'left');
    await walker.walk(east);
    const post = await walker.post(() => true);
    const [map] = post.attachments;
    if (map === undefined) expect.fail();
    await walker.ask({ type: 'attachment', of: post.id, file: map });
    await walker.walk(west);
    await walker.until(() => west.blobs.size === 1 || undefined);
    await reader.walk(west);
    const read = await reader.ask({ type: 'attachment', of: post.id, file: map });
    expect(read.type === 'bytes' && (await read.blob?.text())).toBe('a map');
    expect(walker.carried?.files).toBe(1);
  });
});

describe('the board', () => {
  test('shows posts with their replies, what is pinned, and not what is hidden or taken back', async () => {
    const operator = newSecret();
    const router = new FakeRouter('r1');
    router.operator = hexOf(publicKeyOf(operator));
    const [author, reader] = [await begin('Haru'), await begin('Aki')];
    await author.walk(router);
    for (const text of ['water', 'spam']) await author.ask({ type: 'post', text, topic: 'notice', days: 3, files: [] });
    const water = await author.post(({ text, progress }) => text === 'water' && progress === 'left');
    const spam = await author.post(({ text, progress }) => text === 'spam' && progress === 'left');
    await reader.walk(router);
    await reader.ask({ type: 'post', text: 'thank you', topic: 'notice', days: 3, files: [], replyTo: water.id });
    const seen = await author.post(({ replies }) => replies.length === 1);
    expect(seen).toMatchObject({ text: 'water', authorName: 'Haru', place: 'at r1', isOwn: true, isPinned: false });
    expect(seen.replies).toMatchObject([{ text: 'thank you', authorName: 'Aki', isOwn: false }]);
    for (const [word, target] of [
      ['pin', water.id],
      ['hide', spam.id],
    ] as const)
      await router.holding.put(signedBy(operator, labelDraft({ word, target }, 5)), 0, { is: 'router', id: 'x' });
    await reader.post(({ isPinned }) => isPinned);
    await reader.until(() => !reader.posts.has(spam.id) || undefined);
    author.bag.receive({ type: 'take-back', id: water.id });
    await reader.until(() => reader.posts.size === 0 || undefined);
  });

  test('believes no other operator', async () => {
    const router = new FakeRouter('r1');
    router.operator = hexOf(publicKeyOf(newSecret()));
    const reader = await begin('Aki');
    const post = signedBy(newSecret(), { kind: POST, created_at: 5, tags: [], content: 'water' });
    await router.holding.put(post, 0, { is: 'router', id: 'x' });
    await router.holding.put(signedBy(newSecret(), labelDraft({ word: 'hide', target: post.id }, 5)), 0, {
      is: 'router',
      id: 'x',
    });
    await reader.walk(router);
    expect((await reader.post(() => true)).text).toBe('water');
  });

  test('is there without a router at the next visit, in the order of first sight', async () => {
    const router = new FakeRouter('r1');
    router.holding.nowS = 10_000;
    const author = newSecret();
    const post = (content: string, created_at: number) =>
      signedBy(author, { kind: POST, created_at, tags: [], content });
    await router.holding.put(post('older', 4_000_000_000), 5_000, { is: 'router', id: 'x' });
    await router.holding.put(post('newer', 1), 100, { is: 'router', id: 'x' });
    const reader = await begin('Aki');
    await reader.walk(router);
    reader.leave();
    const again = await begin('Aki', reader);
    again.clock.now += 3 * 3_600_000;
    again.bag.receive({ type: 'look', isOn: true });
    const byTime = [...again.posts.values()].sort((a, b) => b.at - a.at);
    expect(byTime.map(({ text }) => text)).toEqual(['newer', 'older']);
    expect((byTime[0]?.at ?? 0) - (byTime[1]?.at ?? 0)).toBe(4_900_000);
    expect(again.isWhole).toBe(false);
  });

  test('of a router that holds for long is there at the next visit, before any router has answered', async () => {
    const router = new FakeRouter('r1');
    router.days = 30;
    const day = 86_400;
    const post = signedBy(newSecret(), {
      kind: POST,
      created_at: 1,
      tags: [['expiration', `${30 * day}`]],
      content: 'x',
    });
    await router.holding.put(post, 20 * day, { is: 'router', id: 'x' });
    const reader = await begin('Aki');
    await reader.walk(router);
    await reader.post(({ text }) => text === 'x');
    reader.leave();
    await turns();
    const again = await begin('Aki', reader);
    await turns();
    again.bag.receive({ type: 'look', isOn: true });
    expect([...again.posts.values()].map(({ text }) => text)).toEqual(['x']);
  });

  test('is not told while nobody looks, and seldom while it changes much', async () => {
    const router = new FakeRouter('r1');
    const reader = await begin('Aki');
    await reader.walk(router);
    reader.bag.receive({ type: 'look', isOn: false });
    const told = (): number => reader.posted.filter(({ type }) => type === 'board').length;
    const before = told();
    const author = newSecret();
    for (let at = 0; at < 30; at += 1)
      await router.holding.put(signedBy(author, { kind: POST, created_at: at, tags: [], content: String(at) }), 0, {
        is: 'router',
        id: 'x',
      });
    await reader.until(() => reader.carried?.posts === 30 || undefined);
    expect(told()).toBe(before);
    reader.bag.receive({ type: 'look', isOn: true });
    expect(reader.posts.size).toBe(30);
  });
});

test('what is thrown away stays away at the same router, but for what is new, until somebody looks at the board', async () => {
  const router = new FakeRouter('r1');
  const author = newSecret();
  const put = (content: string) =>
    router.holding.put(signedBy(author, { kind: POST, created_at: 1, tags: [], content }), 0, {
      is: 'router',
      id: 'x',
    });
  await put('old');
  const reader = await begin('Aki');
  await reader.walk(router);
  await reader.until(() => reader.carried?.posts === 1 || undefined);
  reader.bag.receive({ type: 'look', isOn: false });
  reader.bag.receive({ type: 'throw-away' });
  await reader.until(() => reader.carried?.posts === 0 || undefined);
  router.cut();
  await reader.until(() => reader.holder === 'away' || undefined);
  await put('new');
  await tried(reader);
  await reader.until(() => reader.carried?.posts === 1 || undefined);
  await turns();
  expect(reader.carried?.posts).toBe(1);
  reader.bag.receive({ type: 'look', isOn: true });
  await reader.post(({ text }) => text === 'new');
  await reader.post(({ text }) => text === 'old');
  await reader.until(() => reader.isWhole || undefined);
});

/** However often it waits between two tries. */
async function tried(phone: Phone): Promise<void> {
  while (phone.holder !== 'here') {
    phone.timers.ring();
    await turns(5);
  }
}

describe('a router', () => {
  test('that holds nothing, that is away, and that comes back', async () => {
    const router = new FakeRouter('r1');
    router.isOff = true;
    const phone = await begin('Aki');
    phone.at = router;
    phone.bag.receive({ type: 'router', router: router.own });
    await phone.until(() => phone.holder === 'off' || undefined);
    router.isOff = false;
    router.isAway = true;
    phone.bag.receive({ type: 'moved' });
    await phone.until(() => phone.holder === 'away' || undefined);
    router.isAway = false;
    await tried(phone);
    router.cut();
    await phone.until(() => phone.holder === 'away' || undefined);
    await tried(phone);
  });
});

test('a browser that stores nothing: words live in memory, and the page says so', async () => {
  const router = new FakeRouter('r1');
  const [mother, son] = [new Phone('Mother'), await begin('Son')];
  for (const store of Object.values(mother.stores)) store.refuses = 'refused';
  await mother.begin();
  await mother.walk(router);
  await mother.until(() => mother.carried?.isFleeting);
  const photo = { blob: new Blob(['photo']), name: 'gym.jpg', type: 'image/jpeg' };
  expect(await mother.say(son, 'hello', [photo])).toBeUndefined();
  await mother.message(({ text, progress }) => text === 'hello' && progress === 'left');
  await mother.message(({ attachments, progress }) => attachments.length === 1 && progress === 'left');
  expect(router.blobs.size).toBe(1);
});

describe('while nothing happens', () => {
  const minutes = async (phone: Phone, count: number): Promise<void> => {
    for (let minute = 0; minute < count; minute += 1) {
      phone.pass(60);
      phone.timers.ring(60_000);
      await turns(5);
    }
  };
  const livedIn = ({ stores }: Phone): number => (stores.words.kept.get('life') as { lived: number }).lived;

  test('nothing is written and the page is told nothing, but the count of life twice a day', async () => {
    const phone = await begin('Aki');
    await phone.say(await begin('Son'), 'hello');
    await phone.message(({ progress }) => progress === 'kept');
    phone.timers.ring();
    await turns();
    const writes = (): number => Object.values(phone.stores).reduce((sum, store) => sum + store.writes, 0);
    const [written, told, lived] = [writes(), phone.posted.length, livedIn(phone)];
    await minutes(phone, 120);
    expect([writes(), phone.posted.length]).toEqual([written, told]);
    await minutes(phone, 700);
    expect(writes()).toBe(written + 1);
    expect(livedIn(phone) - lived).toBeGreaterThanOrEqual(12 * 3_600_000);
    expect(phone.posted.length).toBe(told);
  });

  test('the count is written with the next change, if a quarter of an hour has passed', async () => {
    const [phone, son] = [await begin('Aki'), await begin('Son')];
    await phone.say(son, 'one');
    await phone.message(({ progress }) => progress === 'kept');
    const first = livedIn(phone);
    for (const [count, text] of [
      [10, 'two'],
      [10, 'three'],
    ] as const) {
      await minutes(phone, count);
      await phone.say(son, text);
      await phone.message((view) => view.text === text && view.progress === 'kept');
      expect(livedIn(phone) - first).toBe(text === 'two' ? 0 : 20 * 60_000);
    }
  });
});

describe('storage that cannot be read at the start', () => {
  /** A phone with a message that waits, posts thrown away, and a life of five days; begun again as `hinder` has it. */
  async function revisited(hinder: (son: Phone) => void) {
    const before = await begin('Son');
    before.pass(5 * 86_400);
    await before.say(await begin('Mother'), 'five days');
    await before.message(({ progress }) => progress === 'kept');
    before.bag.receive({ type: 'take-letters', isOn: false });
    await before.until(() => before.carried?.takesLetters === false || undefined);
    before.leave();
    const son = new Phone('Son', before);
    const found = Object.values(son.stores).map(({ kept }) => structuredClone([...kept]));
    hinder(son);
    const open = son.begin();
    for (let time = 0; time < 4; time += 1) {
      await turns(3);
      son.timers.ring();
    }
    await open;
    return { son, left: () => expect(Object.values(son.stores).map(({ kept }) => [...kept])).toEqual(found) };
  }

  test.each([
    ['never answers', () => new Promise<never>(() => {})],
    ['refuses', async () => ({ ok: false, failure: 'refused', cause: undefined }) as const],
  ] as const)('and %s, is not written over, and the page says so', async (_, entries) => {
    const { son, left } = await revisited(({ stores }) => {
      stores.words.entries = entries;
    });
    await son.until(() => son.carried?.isFleeting);
    await son.say(await begin('Mother'), 'now');
    const now = await son.message(({ text, progress }) => text === 'now' && progress === 'kept');
    expect(now.at).toBeGreaterThanOrEqual((await son.message(({ text }) => text === 'five days')).at);
    son.bag.receive({ type: 'take-letters', isOn: true });
    await son.walk(new FakeRouter('r1'));
    son.timers.ring();
    await turns();
    left();
  });

  test('the first time, or that answers late, is read', async () => {
    const { son } = await revisited(({ stores }) => {
      const { words, messages } = stores;
      const read = words.entries.bind(words);
      words.entries = () => {
        words.entries = () => new Promise<never>(() => {});
        return turns(6).then(read);
      };
      const readMessages = messages.entries.bind(messages);
      messages.entries = async () => {
        messages.entries = readMessages;
        return { ok: false, failure: 'refused', cause: undefined };
      };
    });
    await son.message(({ text, progress }) => text === 'five days' && progress === 'kept');
    await son.until(() => (son.carried?.takesLetters === false && !son.carried.isFleeting) || undefined);
  });
});

test.each([
  ['nothing', ['words', 'messages', 'blobs']],
  ['no messages', ['messages']],
] as const)('a browser that stores %s: a message is shown, and neither said to have arrived nor let go', async (_, full) => {
  const router = new FakeRouter('r1');
  const [mother, son] = [await begin('Mother'), new Phone('Son')];
  for (const store of full) son.stores[store].refuses = 'full';
  await son.begin();
  await mother.walk(router);
  await mother.say(son, 'we are at the east gym');
  await mother.message(({ progress }) => progress === 'left');
  await son.walk(router);
  await son.message(({ text }) => text === 'we are at the east gym');
  son.bag.receive({ type: 'read', from: mother.id });
  son.timers.ring();
  await turns();
  expect([...mother.messages.values()].map(({ progress }) => progress)).toEqual(['left']);
  expect(kinds(router, DELETION)).toEqual([]);
  // Over a link it is not said to be here either; its author leaves it.
  const rumor = rumorOf(mother.key, messageDraft({ says: 'text', text: 'on my way' }, son.key, 5));
  for (let time = 0; time < 2; time += 1) son.bag.receive({ type: 'word', key: mother.key, event: rumor });
  await son.message(({ text }) => text === 'on my way');
  await turns();
  expect(son.posted.filter(({ type }) => type === 'tell-heard')).toEqual([]);
  son.leave();
  const again = await begin('Son', son);
  await again.walk(router);
  await again.message(({ text }) => text === 'we are at the east gym');
  await mother.message(({ progress }) => progress === 'arrived');
  await again.until(() => deletionsBy(again, router)[0]);
});

test('a message for which there is room again, is written when it comes once more, and its author hears of it', async () => {
  const router = new FakeRouter('r1');
  const [mother, son] = [await begin('Mother'), await begin('Son')];
  son.stores.messages.refuses = 'full';
  await mother.walk(router);
  await mother.say(son, 'hello');
  await son.walk(router);
  await son.message(({ text }) => text === 'hello');
  son.stores.messages.refuses = undefined;
  router.cut();
  await son.until(() => son.holder === 'away' || undefined);
  await tried(son);
  await mother.message(({ progress }) => progress === 'arrived');
  const again = await begin('Son', son);
  await again.message(({ text }) => text === 'hello');
});

test('a letter that was written nowhere is sealed anew at the next visit, and not said to be left', async () => {
  const router = new FakeRouter('r1');
  const [mother, son] = [await begin('Mother'), await begin('Son')];
  mother.stores.words.refuses = 'full';
  await mother.say(son, 'hello');
  await mother.message(({ progress }) => progress === 'kept');
  mother.leave();
  const again = await begin('Mother', mother);
  await again.message(({ progress }) => progress === 'kept');
  await again.walk(router);
  await again.message(({ progress }) => progress === 'left');
  await son.walk(router);
  await again.message(({ progress }) => progress === 'arrived');
});

test('a file for which the browser has no room is not said', async () => {
  const [mother, son] = [await begin('Mother'), await begin('Son')];
  mother.stores.blobs.refuses = 'full';
  expect(await mother.say(son, 'look', [file('a photo')])).toBe('no-room');
  const post = { type: 'post', text: 'map', topic: 'notice', days: 3, files: [file('a map')] } as const;
  expect(await mother.ask(post)).toMatchObject({ not: 'no-room' });
  await turns();
  expect(mother.messages.size).toBe(0);
  mother.stores.blobs.refuses = undefined;
  expect(await mother.say(son, 'look', [file('a photo')])).toBeUndefined();
});

test('a file that cannot be read once is not said to be left, and is brought later', async () => {
  const router = new FakeRouter('r1');
  const [mother, son] = [await begin('Mother'), await begin('Son')];
  await mother.say(son, '', [file('a photo')]);
  const { id } = await mother.message(({ progress }) => progress === 'kept');
  mother.stores.blobs.refuses = 'refused';
  await mother.walk(router);
  await mother.message(({ progress }) => progress === 'sending');
  await mother.until(() => kinds(router, WRAP)[0]);
  await turns();
  expect(mother.messages.get(id)?.progress).toBe('sending');
  mother.stores.blobs.refuses = undefined;
  mother.timers.ring();
  await mother.message(({ progress }) => progress === 'left');
  expect(router.blobs.size).toBe(1);
});

test('an answer that is not written is not let go: the next visit hears of it', async () => {
  const router = new FakeRouter('r1');
  const [mother, son] = [await begin('Mother'), await begin('Son')];
  await mother.walk(router);
  await mother.say(son, 'hello');
  await mother.message(({ progress }) => progress === 'left');
  mother.stores.messages.refuses = 'full';
  await son.walk(router);
  await mother.message(({ progress }) => progress === 'arrived');
  mother.timers.ring();
  await turns();
  mother.leave();
  const again = await begin('Mother', mother);
  await again.walk(router);
  await again.message(({ progress }) => progress === 'arrived');
});
