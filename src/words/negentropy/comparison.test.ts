import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import fc from 'fast-check';
import { nip77 } from 'nostr-tools';
import { describe, expect, test } from 'vitest';
import type { EventId } from '../../protocol/event.ts';
import { MAX_WORDS_FRAME_BYTES } from '../../protocol/limits.ts';
import type { Negentropy } from '../../protocol/words.ts';
import type { Item } from '../holding.ts';
import { Comparison, type Step } from './comparison.ts';

type Sets = { readonly here: readonly Item[]; readonly there: readonly Item[] };

const idOf = (number: number): EventId => bytesToHex(sha256(utf8ToBytes(String(number)))) as EventId;

/** `times`: few, so that ids decide; `shared`: on both sides. */
function sets(shared: number, onlyHere: number, onlyThere: number, times = 50): Sets {
  const item = (number: number): Item => ({ id: idOf(number), created_at: (number * 31) % times });
  const items = (first: number, count: number) => Array.from({ length: count }, (_, index) => item(first + index));
  const both = items(1, shared);
  return {
    here: [...both, ...items(100_000, onlyHere)],
    there: [...both, ...items(200_000, onlyThere)],
  };
}

/** Until the one that asks knows all; `bytes`: what went to and fro, as bytes and not in hexadecimal. */
function compared({ here, there }: Sets) {
  const [asks, answers] = [new Comparison(here), new Comparison(there)];
  const found = { have: [] as EventId[], need: [] as EventId[] };
  let [steps, bytes] = [0, 0];
  for (let next: Negentropy | undefined = asks.begin(); next !== undefined; steps++) {
    const answer: Negentropy = answers.answer(next) ?? expect.fail('no answer');
    bytes += (next.length + answer.length) / 2;
    expect(Math.max(next.length, answer.length)).toBeLessThan(MAX_WORDS_FRAME_BYTES - 1_024);
    const step: Step = asks.step(answer) ?? expect.fail('no step');
    found.have.push(...step.have);
    found.need.push(...step.need);
    next = step.next;
  }
  return { ...found, steps, bytes };
}

const difference = (from: readonly Item[], without: readonly Item[]) => {
  const known = new Set(without.map(({ id }) => id));
  return from.filter(({ id }) => !known.has(id)).map(({ id }) => id);
};

describe('two of ours', () => {
  test.each([
    ['nothing at all', sets(0, 0, 0)],
    ['one side empty', sets(0, 0, 100)],
    ['the other side empty', sets(0, 100, 0)],
    ['all the same', sets(3_000, 0, 0)],
    ['few of many', sets(3_000, 2, 3)],
    ['all different', sets(0, 4_000, 4_000)],
    ['all of one second', sets(500, 40, 60, 1)],
    ['more than a message holds', sets(0, 1, 9_000)],
  ])('find what differs: %s', (_, pair) => {
    const { have, need } = compared(pair);
    expect([...have].sort()).toEqual(difference(pair.here, pair.there).sort());
    expect([...need].sort()).toEqual(difference(pair.there, pair.here).sort());
  });

  test('find it in any two sets, and name nothing twice', () => {
    const ids = fc.uniqueArray(fc.nat(400), { maxLength: 200 });
    fc.assert(
      fc.property(ids, ids, fc.integer({ min: 1, max: 60 }), (some, others, times) => {
        const item = (number: number): Item => ({ id: idOf(number), created_at: number % times });
        const pair = { here: some.map(item), there: others.map(item) };
        const { have, need } = compared(pair);
        expect([...have].sort()).toEqual(difference(pair.here, pair.there).sort());
        expect([...need].sort()).toEqual(difference(pair.there, pair.here).sort());
      }),
    );
  });

  test('say a few hundred bytes when nothing differs, and far less than all ids when little does', () => {
    expect(compared(sets(4_000, 0, 0)).bytes).toBeLessThan(600);
    expect(compared(sets(4_000, 20, 20)).bytes).toBeLessThan((4_020 * 32) / 2);
  });
});

describe('with an independent end that asks', () => {
  test.each([
    ['few of many', sets(3_000, 5, 7)],
    ['all different', sets(0, 700, 900)],
    ['all of one second', sets(500, 40, 60, 1)],
    ['more than a message holds', sets(10, 3, 5_000)],
  ])('answers what it understands: %s', (_, { here, there }) => {
    const vector = new nip77.NegentropyStorageVector();
    for (const { id, created_at } of here) vector.insert(created_at, id);
    vector.seal();
    const asks = new nip77.Negentropy(vector);
    const answers = new Comparison(there);
    const [have, need] = [new Set<string>(), new Set<string>()];
    for (let next: string | null = asks.initiate(); next !== null; ) {
      const answer = answers.answer(next as Negentropy) ?? expect.fail('no answer');
      next = asks.reconcile(
        answer,
        (id) => have.add(id),
        (id) => need.add(id),
      );
    }
    expect([...have].sort()).toEqual(difference(here, there).sort());
    expect([...need].sort()).toEqual(difference(there, here).sort());
  });

  test('begins as it does', () => {
    const { here } = sets(1_000, 0, 0);
    const vector = new nip77.NegentropyStorageVector();
    for (const { id, created_at } of here) vector.insert(created_at, id);
    vector.seal();
    expect(new Comparison(here).begin()).toBe(new nip77.Negentropy(vector).initiate());
  });
});

describe('what is no message', () => {
  test.each([
    ['no version', '70'],
    ['cut within a bound', '6101'],
    ['cut within a fingerprint', '61000001aabb'],
    ['another mode', '61000007'],
    ['a list that says it has more than it has', '610000028fffffff7f'],
    ['a number without an end', '61ffffffffffffffffffff'],
    ['a bound longer than an id', '6102217f'],
  ])('is not taken: %s', (_, text) => {
    const { here } = sets(100, 0, 0);
    expect(new Comparison(here).answer(text as Negentropy)).toBeUndefined();
    expect(new Comparison(here).step(text as Negentropy)).toBeUndefined();
  });

  test('in another version is answered with the one that is spoken here', () => {
    const { here } = sets(100, 0, 0);
    expect(new Comparison(here).answer('62' as Negentropy)).toBe('61');
    expect(new Comparison(here).step('62' as Negentropy)).toBeUndefined();
  });

  test('never throws, whatever comes', () => {
    const { here } = sets(100, 0, 0);
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.boolean(), (bytes, isOurs) => {
        const text = `${isOurs ? '61' : ''}${bytesToHex(bytes)}` as Negentropy;
        new Comparison(here).answer(text);
        new Comparison(here).step(text);
      }),
      { numRuns: 2_000 },
    );
  });
});
