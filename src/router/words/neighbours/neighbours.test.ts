import fc from 'fast-check';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { type SignedEvent, signedBy } from '../../../protocol/event.ts';
import { newSecret } from '../../../protocol/keys.ts';
import { DELETION, POST, WRAP } from '../../../words/kinds.ts';
import type { MeshMessage } from '../../mesh/messages.ts';
import { Island, type Place } from './testing/island.ts';

const NAMES = ['a', 'b', 'c', 'd', 'e', 'f'];
const secret = newSecret();
const KINDS = [POST, WRAP, DELETION];
let events: readonly SignedEvent[] = [];
beforeAll(() => {
  events = Array.from({ length: 60 }, (_, number) =>
    signedBy(secret, { kind: KINDS[number % 3] ?? POST, created_at: number % 7, tags: [], content: String(number) }),
  );
});
const event = (number: number): SignedEvent => events[number] ?? expect.fail();

let island: Island | undefined;
beforeEach(() => void vi.useFakeTimers());
afterEach(async () => {
  await island?.stop();
  island = undefined;
  vi.useRealTimers();
});

async function begun(size: number, isLinked?: (a: number, b: number) => boolean): Promise<readonly Place[]> {
  island = new Island(NAMES.slice(0, size), isLinked);
  await island.start();
  return island.places;
}
const pass = (ms: number): Promise<unknown> => vi.advanceTimersByTimeAsync(ms);
const allOf = (places: readonly Place[]) => places.map(({ ids }) => ids);
const mostCrossings = (): number => Math.max(0, ...(island?.crossings.values() ?? []));

/** Where two of so many routers are linked. */
const TOPOLOGIES: Readonly<Record<string, (size: number) => (a: number, b: number) => boolean>> = {
  full: () => () => true,
  chain: () => (a, b) => Math.abs(a - b) === 1,
  ring: (size) => (a, b) => [1, size - 1].includes(Math.abs(a - b)),
  star: () => (a, b) => a === 0 || b === 0,
};

/** In a chain, one in the middle learnt something from its one neighbour while it was comparing with the other. */
const SEEN_TO_FAIL: [number, string[], [number, number, number][]] = [
  6,
  ['d', 'f', 'e', 'a', 'b', 'c'],
  [
    [0, 0, 0],
    [1, 5, 200],
  ],
];

describe('holders of routers', () => {
  test.each(Object.keys(TOPOLOGIES))('come to the same: %s', async (shape) => {
    const brought = fc.array(fc.tuple(fc.nat(59), fc.nat(5), fc.nat(3_000)), { maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 2, max: 6 }),
        fc.shuffledSubarray(NAMES, { minLength: 6 }),
        brought,
        async (size, names, all) => {
          island = new Island(names.slice(0, size), TOPOLOGIES[shape]?.(size));
          // Half is there before the routers meet.
          for (const [number, at] of all.slice(0, all.length / 2)) await island.places[at % size]?.bring(event(number));
          await island.start();
          for (const [number, at, afterMs] of all.slice(all.length / 2)) {
            await pass(afterMs);
            await island.places[at % size]?.bring(event(number));
          }
          await pass(30_000);
          const wanted = [...new Set(all.map(([number]) => event(number).id))].sort();
          expect(allOf(island.places)).toEqual(island.places.map(() => wanted));
          expect(mostCrossings()).toBeLessThanOrEqual(1);
          await island.stop();
        },
      ),
      { numRuns: 25, examples: [SEEN_TO_FAIL] },
    );
  });

  test('that were apart come to the same when they meet, and say nothing more then', async () => {
    const places = await begun(6, (a, b) => a < 3 === b < 3);
    for (const [index, each] of events.entries()) await places[index % 6]?.bring(each);
    await pass(10_000);
    expect(new Set(allOf(places).map(({ length }) => length))).toEqual(new Set([30]));
    island?.mendAll();
    await pass(10_000);
    expect(new Set(allOf(places).map(({ length }) => length))).toEqual(new Set([60]));
    expect(mostCrossings()).toBe(1);
    const before = new Map(island?.frames);
    await pass(10 * 60_000);
    expect(island?.frames).toEqual(before);
  });

  test('tell at once what a phone brings, over each link to those who lack it, and compare nothing for it', async () => {
    const places = await begun(5);
    await pass(5_000);
    const compared = island?.frames.get('NEG-OPEN') ?? 0;
    await places[2]?.bring(event(0));
    await pass(0);
    expect(places.map(({ shelf }) => shelf.has(event(0).id))).toEqual([true, true, true, true, true]);
    await pass(60_000);
    expect(island?.crossings.size).toBe(4);
    expect(island?.frames.get('NEG-OPEN') ?? 0).toBe(compared);
  });

  test('reach the end of a chain in a few seconds', async () => {
    const places = await begun(6, (a, b) => Math.abs(a - b) === 1);
    await places[0]?.bring(event(1)); // so that all have compared before
    await pass(45_000);
    await places[0]?.bring(event(0));
    await pass(10_000);
    expect(places[5]?.shelf.has(event(0).id)).toBe(true);
  });

  test('know who else holds what', async () => {
    const [a, b, c] = (await begun(3)) as [Place, Place, Place];
    await pass(10_000);
    await a.bring(event(0));
    await pass(0);
    expect(b.shelf.elsewhere.get(event(0).id)).toEqual(new Set([a.id]));
    island?.net.cut(a.id, b.id);
    island?.net.cut(b.id, c.id);
    await pass(0);
    await b.bring(event(1));
    island?.net.mend(a.id, b.id);
    await pass(10_000);
    // Only when they have compared, the one that has told it knows that it was kept.
    for (const each of [event(0), event(1)]) expect(a.shelf.elsewhere.get(each.id)).toEqual(new Set([b.id, c.id]));
  });

  test('do not exchange again what one of them does not take', async () => {
    const [a, b] = (await begun(2)) as [Place, Place];
    const put = b.shelf.put.bind(b.shelf);
    let asked = 0;
    b.shelf.put = async (one, ageS, by) => {
      if (one.id !== event(0).id) return put(one, ageS, by);
      asked += 1;
      return 'full';
    };
    await a.bring(event(0));
    for (let number = 1; number < 20; number++) {
      await a.bring(event(number));
      await pass(10_000);
    }
    expect(b.ids).toHaveLength(19);
    expect(asked).toBe(1);
  });
});

describe('a router that misbehaves', () => {
  /** Where two differ, and the second one lies. */
  async function met(says: Place['says'] = (_, message) => message): Promise<readonly [Place, Place]> {
    const [honest, liar] = (await begun(2, () => false)) as [Place, Place];
    await honest.bring(event(1));
    await liar.bring(event(2));
    liar.says = says;
    island?.mendAll();
    await pass(1_000);
    return [honest, liar];
  }

  const forged = (): SignedEvent => ({ ...event(0), content: 'forged' });
  test.each<[string, Place['says']]>([
    [
      'compares without any meaning',
      (_, message) =>
        message.type === 'tell' && message.words[0] === 'NEG-MSG'
          ? { type: 'tell', words: ['NEG-MSG', message.words[1], '00ff' as never] }
          : message,
    ],
    [
      'passes on what nobody has signed',
      (_, message) =>
        message.type === 'tell' && message.words[0] === 'EOSE'
          ? { type: 'tell', words: ['EVENT', message.words[1], forged()] }
          : message,
    ],
  ])('and %s is shunned', async (_, says) => {
    const [honest] = await met(says);
    expect(honest.shunned).toHaveLength(1);
    expect(honest.shelf.has(event(0).id)).toBe(false);
  });

  test.each<[string, number, (count: number) => MeshMessage]>([
    ['takes what it was not sent', 1, () => ({ type: 'took', count: 1_000 })],
    [
      'brings more than was asked for',
      20,
      () => ({ type: 'ask', words: ['EVENT', { ...event(0), content: 'x'.repeat(70_000) }] }),
    ],
    ['asks for files without an end', 100, (n) => ({ type: 'get', n, sha256: 'f'.repeat(64), from: 0, to: 1 })],
    ['asks for more of a file than fits', 1, (n) => ({ type: 'get', n, sha256: 'f'.repeat(64), from: 0, to: 100_000 })],
    ['asks what has no meaning', 1, () => ({ type: 'ask', words: ['NEG-MSG', 'x' as never, '61' as never] })],
  ])('and %s is shunned', async (_, count, lie) => {
    const [honest, liar] = await met();
    expect(honest.shunned).toEqual([]);
    for (let number = 0; number < count; number++) liar.bus.send(honest.id, lie(number));
    await pass(1_000);
    expect(honest.shunned).toHaveLength(1);
    expect(honest.ids).toEqual([event(1).id, event(2).id].sort());
  });

  test('and asks too much is told to wait', async () => {
    const [honest, liar] = await met();
    for (let count = 0; count < 150; count++)
      liar.bus.send(honest.id, { type: 'ask', words: ['REQ', `${count % 10}` as never, { limit: 1 }] });
    await pass(10_000);
    expect(island?.frames.get('CLOSED')).toBeGreaterThan(40);
  });
});
