/** What strangers and known devices may take up in a whole engine before its person has agreed to anything. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { MAX_PATH_LENGTH } from '../protocol/limits.ts';
import type { LinkId } from './api/api.ts';
import { CONTROL_HIGH_WATER_BYTES } from './api/channel.ts';
import { acceptAll, bytes, CONNECTION, connect, Device } from './testing/device.ts';
import { stranger as played, transferOf } from './testing/stranger.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date', 'performance'] }));
afterEach(() => void vi.useRealTimers());

let links = 0;
const fail = (): never => {
  throw new Error('no offer');
};

/** A device with a fresh id that sends `victim` what a test wants. */
function stranger(victim: Device, name?: string) {
  links += 1;
  return played(victim, links, name);
}

/** Resolves when all messages have been heard. */
async function calm(): Promise<void> {
  for (let turn = 0; turn < 60; turn += 1) await new Promise(setImmediate);
}

/** A friend: `victim` has accepted something from it before. */
async function befriended(victim: Device): Promise<Device> {
  const friend = new Device('friend');
  links += 1;
  connect(friend, victim, links);
  friend.send(victim.id, { first: bytes(10, 1) });
  await acceptAll(victim);
  await victim.phase('saved');
  return friend;
}

describe('offers', () => {
  test('of eight strangers, eight each: a person is asked about six, the others get an answer, and a friend gets through', async () => {
    const victim = new Device('victim');
    const friend = await befriended(victim);
    const crowd = Array.from({ length: 8 }, () => stranger(victim));
    await calm();
    for (const one of crowd) for (let n = 0; n < 8; n += 1) one.offer(n);
    await calm();
    expect(victim.offers.map(({ isKnown }) => isKnown)).toEqual(Array(6).fill(false));
    const waiting = crowd.map(({ peer }) => victim.offers.filter((offer) => offer.peer === peer).length);
    expect(waiting).toEqual([1, 1, 1, 1, 1, 1, 0, 0]);
    const answers = crowd.flatMap((one) => Array.from({ length: 8 }, (_, n) => one.answer(n)));
    expect(answers.filter((answer) => answer === undefined)).toHaveLength(6);
    expect(answers.filter((answer) => answer === 'busy')).toHaveLength(58);
    friend.send(victim.id, { second: bytes(10, 2) });
    await calm();
    expect(victim.offers.map(({ isKnown }) => isKnown)).toEqual([...Array(6).fill(false), true]);
  });

  test('of friends may be eight at once', async () => {
    const victim = new Device('victim');
    const friend = await befriended(victim);
    for (let n = 0; n < 10; n += 1) friend.send(victim.id, { [`file ${n}`]: bytes(1, n) });
    await calm();
    expect(victim.offers).toHaveLength(8);
    expect([...friend.views.values()].filter(({ phase }) => phase === 'failed')).toMatchObject(
      Array(2).fill({ reason: 'busy' }),
    );
  });

  test.each([
    'declined',
    'withdrawn',
  ])('of a friend, three times %s, stand aside from then on, until one is accepted', async (how) => {
    const victim = new Device('victim');
    const friend = await befriended(victim);
    const isAside = () => victim.offers.map(({ isKnown, standsAside = false }) => [isKnown, standsAside]);
    const ask = async (n: number) => {
      friend.send(victim.id, { [`file ${n}`]: bytes(1, n) });
      await calm();
    };
    for (let n = 0; n < 3; n += 1) {
      await ask(n);
      expect(isAside()).toEqual([[true, false]]);
      const { key } = victim.offers[0] ?? fail();
      if (how === 'declined') victim.engine.receive({ type: 'decline', key });
      else for (const view of friend.views.values()) friend.engine.receive({ type: 'cancel', key: view.key });
      await calm();
    }
    await ask(3);
    expect(isAside()).toEqual([[true, true]]);
    await acceptAll(victim);
    await ask(4);
    expect(isAside()).toEqual([[true, false]]);
  });

  test('that came to nothing leave only a few rows, from however many ids, and no list of files', async () => {
    const victim = new Device('victim');
    for (let n = 0; n < 60; n += 1) {
      const one = stranger(victim);
      one.offer(n);
      await calm();
      victim.engine.receive({ type: 'decline', key: victim.offers[0]?.key ?? fail() });
      await vi.advanceTimersByTimeAsync(1_000);
    }
    await calm();
    expect(victim.views.size).toBeLessThanOrEqual(7);
    expect([...victim.views.values()]).toMatchObject(Array(victim.views.size).fill({ phase: 'declined', files: 1 }));
  });

  test('made and withdrawn again and again are soon ignored', async () => {
    const victim = new Device('victim');
    const one = stranger(victim);
    await calm();
    for (let n = 0; n < 100; n += 1) {
      one.offer(n);
      one.tell({ type: 'cancel', transfer: transferOf(n) });
      await calm();
    }
    const shown = victim.posted.filter((message) => message.type === 'offers' && message.offers.length > 0);
    expect(shown.length).toBeLessThan(40);
  });

  test('stay when their sender becomes known while they wait, and count as a friend’s', async () => {
    const victim = new Device('victim');
    const one = stranger(victim);
    await calm();
    one.offer(1);
    one.offer(2);
    await calm();
    victim.engine.receive({ type: 'accept', key: victim.offers[0]?.key ?? fail(), files: [[0, 0]] });
    await calm();
    expect(victim.offers.map(({ isKnown }) => isKnown)).toEqual([true]);
    expect(victim.posted).toContainEqual({ type: 'known', peers: [one.peer] });
  });
});

describe('manifests that never end', () => {
  const LONG = 'x'.repeat(MAX_PATH_LENGTH);

  test('of eight strangers: together they hold a megabyte and a half, and not all memory', async () => {
    const victim = new Device('victim');
    const crowd = Array.from({ length: 8 }, () => stranger(victim));
    await calm();
    for (const one of crowd) one.announce(1, 100_000);
    for (const one of crowd) one.piece(1, 0, LONG);
    await calm();
    const taken = crowd.filter((one) => one.answer(1) === undefined);
    expect(taken).toHaveLength(6);
    let pieces = taken.length;
    for (let n = 1; taken.every((one) => one.answer(1) === undefined); n += 1) {
      for (const one of taken) one.piece(1, n, LONG);
      pieces += taken.length;
      await calm();
    }
    // A code unit may take two bytes.
    expect(pieces * 2 * MAX_PATH_LENGTH).toBeLessThan(1.6 * 1024 * 1024);
  });

  test('end after ten seconds without a word, and make room', async () => {
    const victim = new Device('victim');
    const crowd = Array.from({ length: 3 }, () => stranger(victim));
    await calm();
    for (const one of crowd) one.announce(1, 2);
    await calm();
    await vi.advanceTimersByTimeAsync(8_500);
    expect(crowd.map((one) => one.answer(1))).toEqual([undefined, undefined, undefined]);
    await vi.advanceTimersByTimeAsync(2_000);
    await calm();
    expect(crowd.map((one) => one.answer(1))).toEqual(Array(3).fill('connection-lost'));
    const honest = stranger(victim, 'honest');
    await calm();
    honest.offer(1);
    await calm();
    expect(victim.offers).toHaveLength(1);
  });

  test('that trickle in give way to the next stranger after a quarter of a minute', async () => {
    const victim = new Device('victim');
    const crowd = Array.from({ length: 6 }, () => stranger(victim));
    await calm();
    for (const one of crowd) one.announce(1, 100);
    for (let second = 0; second < 20; second += 5) {
      for (const one of crowd) one.piece(1, second / 5);
      await calm();
      await vi.advanceTimersByTimeAsync(5_000);
    }
    const honest = stranger(victim, 'honest');
    await calm();
    honest.offer(1);
    await calm();
    expect(victim.offers).toHaveLength(1);
    expect(crowd.filter((one) => one.answer(1) === 'busy')).toHaveLength(1);
  });

  test('in pieces of one short entry break the protocol', async () => {
    const victim = new Device('victim');
    const one = stranger(victim);
    await calm();
    one.announce(1, 100_000);
    for (let n = 0; n < 100; n += 1) one.piece(1, n);
    await calm();
    expect(one.answer(1)).toBe('protocol-violation');
  });
});

test('a hundred thousand files of a stranger are offered', async () => {
  const victim = new Device('victim');
  const honest = new Device('honest');
  links += 1;
  connect(honest, victim, links);
  const file = new File([], 'x');
  const sources = Array.from({ length: 100_000 }, (_, n) => ({
    file,
    entry: { path: `避難所/photos ${n % 100}/IMG_${n}.jpg`, size: 0, modified: n },
  }));
  honest.engine.receive({ type: 'send', to: [{ peer: victim.id, peerName: 'victim' }], sources });
  const offer = await victim.until(() => victim.offers[0]);
  expect(offer.entries).toHaveLength(100_000);
  expect(offer.isKnown).toBe(false);
});

describe('a connection', () => {
  const closed = (victim: Device) => victim.posted.flatMap((one) => (one.type === 'idle-link' ? [one.link] : []));

  test('of a stranger that offers nothing is closed soon', async () => {
    const victim = new Device('victim');
    const one = stranger(victim);
    await calm();
    await vi.advanceTimersByTimeAsync(11_000);
    expect(closed(victim)).toEqual([one.link]);
  });

  test('that is still being made is left to the page, however long nothing moves', async () => {
    const caller = new Device('caller');
    const { id: peer } = new Device('sleeper');
    const [control, bulk] = [new MessageChannel().port1, new MessageChannel().port1];
    caller.send(peer, { file: bytes(10, 1) });
    const link = { link: 1 as LinkId, peer, peerName: 'sleeper', connection: CONNECTION };
    caller.engine.receive({ type: 'link', ...link, control, bulk });
    await vi.advanceTimersByTimeAsync(60_000);
    expect([...caller.views.values()]).toMatchObject([{ phase: 'waiting', step: 'unheeded' }]);
    expect(closed(caller)).toEqual([]);
  });

  test('of a stranger whose offer is being asked about stays', async () => {
    const victim = new Device('victim');
    const one = stranger(victim);
    await calm();
    one.offer(1);
    await calm();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(closed(victim)).toEqual([]);
  });
});

describe('messages that serve nothing', () => {
  /** The latest link of all ends. */
  const isCut = (victim: Device) =>
    victim.posted.some((message) => message.type === 'drop-link' && message.link === links);
  type Stranger = ReturnType<typeof stranger>;

  /** Messages that are repeated; the offer with number 1 is open. */
  const idle: Record<string, (one: Stranger, n: number) => void> = {
    'pieces of a manifest that was refused': (one, n) => one.piece(1, n),
    'signs of life': ({ tell }) => tell({ type: 'ping' }),
    'the end of what never began': ({ tell }) => tell({ type: 'cancel', transfer: transferOf(2) }),
    'offers beyond what there is room for': (one, n) => one.announce(10 + n),
    'the same offer again': ({ tell }) =>
      tell({ type: 'offer', transfer: transferOf(1), handle: 1, files: 100_000, bytes: 100_000, again: true }),
    'a wish to go on with what is not here': ({ tell }) => tell({ type: 'resume', transfer: transferOf(2) }),
    'that somebody waits whom nobody asked for anything': ({ tell }, n) =>
      tell({ type: n % 2 === 0 ? 'paused' : 'resumed', transfer: transferOf(1) }),
    'lanes that are not wanted': ({ tell }) =>
      tell({ type: 'lane', lane: 1, signal: { type: 'candidate', candidate: 'x'.repeat(500) } }),
  };

  test.each(Object.entries(idle))('%s: the link ends', async (_, say) => {
    const victim = new Device('victim');
    const one = stranger(victim);
    await calm();
    one.announce(1, 100_000);
    for (let n = 0; n < 4_000; n += 1) say(one, n);
    await vi.waitFor(() => expect(isCut(victim)).toBe(true));
  });

  test('messages that are under way when an offer is refused do no harm, nor does a sign of life every second', async () => {
    const victim = new Device('victim');
    await befriended(victim);
    const one = stranger(victim, 'friend');
    await calm();
    one.announce(1, 100_000);
    const beforeThat = 17; // the number of short pieces that gets it refused
    const underWay = Math.ceil(CONTROL_HIGH_WATER_BYTES / MAX_PATH_LENGTH) + 1;
    for (let n = 0; n < beforeThat; n += 1) one.piece(1, n);
    for (let n = 0; n < underWay; n += 1) one.piece(1, beforeThat + n, 'n'.repeat(MAX_PATH_LENGTH));
    await calm();
    await calm();
    expect(one.answer(1)).toBe('protocol-violation');
    for (let second = 0; second < 9; second += 1) {
      one.tell({ type: 'ping' });
      await vi.advanceTimersByTimeAsync(1_000);
    }
    await calm();
    expect(isCut(victim)).toBe(false);
  });

  test('a manifest to the limits of the protocol is heard to its end', async () => {
    const victim = new Device('victim');
    const one = stranger(victim);
    await calm();
    const path = (n: number) => `${n}/${'n'.repeat(60)}`;
    const perPiece = 200;
    one.announce(1, 100_000);
    for (let first = 0; first < 100_000; first += perPiece)
      one.tell({
        type: 'manifest',
        transfer: transferOf(1),
        first,
        entries: Array.from({ length: perPiece }, (_, n) => [path(first + n), 1, 0]),
      });
    await victim.until(() => victim.offers[0]);
    expect(isCut(victim)).toBe(false);
  });

  test('a friend stops a long manifest when it is refused: other transfers between the two go on', async () => {
    const victim = new Device('victim');
    const friend = await befriended(victim);
    for (const name of ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']) friend.send(victim.id, { [name]: bytes(10, 1) });
    await victim.until(() => victim.offers.length === 8 && victim.offers);
    const files = Object.fromEntries(Array.from({ length: 8_000 }, (_, n) => [`${n}-${'n'.repeat(80)}`, bytes(1, 1)]));
    friend.send(victim.id, files);
    await friend.phase('failed');
    for (let turn = 0; turn < 5; turn += 1) await calm();
    expect(isCut(victim)).toBe(false);
    expect(victim.offers).toHaveLength(8);
  });
});
