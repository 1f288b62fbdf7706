import { expect, test } from 'vitest';
import { MAX_FILES, MAX_PATH_LENGTH, MAX_PATHS_LENGTH } from '../protocol/limits.ts';
import { type ControlMessage, parseControlMessage, type TransferId } from '../protocol/peer.ts';
import { collect } from './collecting.ts';
import { manifestPieces } from './manifest.ts';
import { entryOf, excess, isSendablePath } from './sendable.ts';

const transfer = '0123456789-_abcd' as TransferId;
const file = (path: string, size = 0) => ({ path, size });
const parsed = (message: ControlMessage) => parseControlMessage(JSON.stringify(message)).ok;

test.each([
  ['as many files as a receiver takes', MAX_FILES, undefined],
  ['one more', MAX_FILES + 1, { of: 'files', count: MAX_FILES + 1, most: MAX_FILES }],
])('%s', (_, count, expected) => {
  expect(excess(Array.from({ length: count }, () => file('a')))).toEqual(expected);
  expect(parsed({ type: 'offer', transfer, handle: 1, files: count, bytes: 0 })).toBe(expected === undefined);
});

test('paths that together are too long', () => {
  const long = 'x'.repeat(MAX_PATH_LENGTH);
  const most = MAX_PATHS_LENGTH / MAX_PATH_LENGTH;
  const fitting = Array.from({ length: most }, () => file(long));
  expect(excess(fitting)).toBeUndefined();
  expect(excess([...fitting, file('y')])).toMatchObject({ of: 'paths', count: MAX_PATHS_LENGTH + 1 });
  const received = (entries: readonly { path: string; size: number }[]) => {
    let collected: ReturnType<typeof collect>;
    for (const piece of manifestPieces(entries.map((entry) => ({ ...entry, modified: 0 })))) {
      collected = collect(
        collected,
        piece.first,
        piece.entries.map(([path, size]) => ({ path, size, modified: 0 })),
      );
      if (!collected) return false;
    }
    return true;
  };
  expect(received(fitting)).toBe(true);
  expect(received([...fitting, file('y')])).toBe(false);
});

test('more bytes than can be counted', () => {
  expect(excess([file('a', Number.MAX_SAFE_INTEGER)])).toBeUndefined();
  expect(excess([file('a', Number.MAX_SAFE_INTEGER), file('b', 1)])).toMatchObject({ of: 'bytes' });
});

test.each([
  ['', false],
  ['a', true],
  ['x'.repeat(MAX_PATH_LENGTH), true],
  ['x'.repeat(MAX_PATH_LENGTH + 1), false],
])('a receiver takes a path exactly where a sender offers it', (path, isSendable) => {
  expect(isSendablePath(path)).toBe(isSendable);
  expect(parsed({ type: 'manifest', transfer, first: 0, entries: [[path, 0, 0]] })).toBe(isSendable);
});

test.each([
  1e18,
  -1e18,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  1.5,
  0,
  -1,
])('the date %s becomes one that a receiver takes', (lastModified) => {
  const { path, size, modified } = entryOf('a', { size: 1, lastModified });
  expect(parsed({ type: 'manifest', transfer, first: 0, entries: [[path, size, modified]] })).toBe(true);
});
