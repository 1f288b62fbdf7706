import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MAX_FILES, MAX_PATH_LENGTH, MAX_PATHS_LENGTH } from '../protocol/limits.ts';
import type { ManifestEntry } from '../protocol/peer.ts';
import { type Collected, collect, entriesOf } from './collecting.ts';
import { fromWire, manifestPieces } from './manifest.ts';

const entry = (path: string): ManifestEntry => ({ path, size: 1, modified: 0 });

/** What a receiver has after all pieces that our sender makes of `entries`. */
function received(entries: readonly ManifestEntry[]): readonly ManifestEntry[] {
  let collected: Collected | undefined;
  for (const piece of manifestPieces(entries)) {
    collected = collect(collected, piece.first, piece.entries.map(fromWire));
    expect(collected).toBeDefined();
  }
  return entriesOf(collected);
}

test('the pieces of our sender are accepted in order, for any paths', () => {
  const length = fc.oneof(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: MAX_PATH_LENGTH }));
  fc.assert(
    fc.property(fc.array(length, { maxLength: 300 }), (lengths) => {
      const entries = lengths.map((units) => entry('x'.repeat(units)));
      expect(received(entries)).toEqual(entries);
    }),
  );
});

test('a hundred thousand files arrive as a hundred thousand', () => {
  const entries = Array.from({ length: MAX_FILES }, (_, n) => entry(`班${n % 20}/folder ${n % 500}/写真 ${n}.jpg`));
  expect(received(entries)).toHaveLength(MAX_FILES);
});

describe('is not accepted', () => {
  const one = collect(undefined, 0, [entry('first')]);

  test.each<[string, number, ManifestEntry[]]>([
    ['a piece of nothing', 1, []],
    ['a piece that is not next', 2, [entry('x')]],
    ['a piece that was there before', 0, [entry('x')]],
  ])('%s', (_, first, entries) => {
    expect(collect(one, first, entries)).toBeUndefined();
  });

  test('a manifest in many pieces of one entry', () => {
    let collected: Collected | undefined;
    let pieces = 0;
    do {
      collected = collect(collected, pieces, [entry(`short ${pieces}`)]);
      pieces += 1;
    } while (collected);
    expect(pieces).toBeLessThan(20);
  });

  test('paths that exceed the memory of a phone', () => {
    const long = entry('x'.repeat(MAX_PATH_LENGTH));
    let collected: Collected | undefined;
    let pieces = 0;
    do {
      collected = collect(collected, pieces, [long]);
      pieces += 1;
    } while (collected);
    expect(pieces).toBe(MAX_PATHS_LENGTH / MAX_PATH_LENGTH + 1);
  });
});

test('every piece costs the same: earlier ones are not touched', () => {
  const long = [entry('x'.repeat(MAX_PATH_LENGTH))];
  const before = collect(undefined, 0, long);
  expect(collect(before, 1, long)?.before).toBe(before);
});
