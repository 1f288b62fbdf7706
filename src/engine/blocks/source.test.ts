import { expect, test } from 'vitest';
import { readSlice } from './source.ts';

test('reads a part of a file', async () => {
  expect(await readSlice(new Blob(['abcdef']), 2, 3)).toEqual(Uint8Array.from(Buffer.from('cde')));
});

test('a file that is shorter than declared counts as changed', async () => {
  expect(await readSlice(new Blob(['abc']), 0, 4)).toBe('source-changed');
  expect(await readSlice(new Blob(['abc']), 10, 4)).toBe('source-changed');
});

test('an unreadable empty file does not count as changed', async () => {
  const gone = new Blob([]);
  gone.arrayBuffer = () => Promise.reject(new DOMException('', 'NotFoundError'));
  expect(await readSlice(new Blob([]), 0, 3)).toBe('source-changed');
  expect(await readSlice(gone, 0, 3)).toBe('source-unreadable');
});

test.each([
  ['AbortError', 'source-unreadable'],
  ['NotReadableError', 'source-changed'],
  ['NotFoundError', 'source-unreadable'],
  ['NotAllowedError', 'source-unreadable'],
  ['SecurityError', 'source-unreadable'],
])('%s while reading means %s', async (name, failure) => {
  const broken = new Blob(['abc']);
  broken.slice = () => {
    throw new DOMException('', name);
  };
  expect(await readSlice(broken, 0, 3)).toBe(failure);
});
