import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MANIFEST_PIECE_BYTES, MAX_CONTROL_BYTES, MAX_PATH_LENGTH } from '../protocol/limits.ts';
import { parseControlMessage } from '../protocol/peer.ts';
import { fromWire, knownPieces, manifestPieces, packPositions, totalBytes } from './manifest.ts';

const entry = (path: string, size = 0) => ({ path, size, modified: 0 });
const utf8 = (text: string) => new TextEncoder().encode(text).length;

describe('pieces of a manifest', () => {
  const longest = fc.constantFrom('\u0001'.repeat(MAX_PATH_LENGTH), 'あ'.repeat(MAX_PATH_LENGTH));
  const path = fc.oneof(fc.string({ unit: 'binary', minLength: 1 }), longest);

  test('hold every entry once, in order, and each is a message that the other side accepts', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(path, fc.nat(), fc.integer()), { maxLength: 60 }), (raw) => {
        const entries = raw.map(([name, size, modified]) => ({ path: name, size, modified }));
        const back = [];
        for (const piece of manifestPieces(entries)) {
          expect(piece.first).toBe(back.length);
          const json = JSON.stringify({ type: 'manifest', transfer: 'transfer________', ...piece });
          expect(utf8(json)).toBeLessThan(MAX_CONTROL_BYTES);
          expect(parseControlMessage(json).ok).toBe(true);
          back.push(...piece.entries.map(fromWire));
        }
        expect(back).toEqual(entries);
      }),
    );
  });

  test('are few when names have ordinary lengths', () => {
    const entries = Array.from({ length: 10_000 }, (_, index) => entry(`photos/2024/IMG_${index}.jpg`));
    const pieces = [...manifestPieces(entries)];
    expect(pieces.length).toBeLessThan((10_000 * 250) / MANIFEST_PIECE_BYTES);
  });

  test('of nothing do not exist', () => {
    expect([...manifestPieces([])]).toEqual([]);
  });
});

test('known files travel in pieces that the other side accepts', () => {
  const known = Array.from({ length: 401 }, (_, file) => [file, 'f'.repeat(64)] as const);
  const pieces = knownPieces(known);
  expect(pieces.flat()).toEqual(known);
  expect(pieces.map((piece) => piece.length)).toEqual([200, 200, 1]);
  const json = JSON.stringify({ type: 'known', transfer: 'transfer________', files: pieces[0] });
  expect(parseControlMessage(json).ok).toBe(true);
});

test('files lie in a row without gaps', () => {
  const entries = [entry('a', 3), entry('b', 0), entry('c', 4)];
  expect(packPositions(entries)).toEqual([0, 3, 3]);
  expect(totalBytes(entries)).toBe(7);
});
