import { expect, test } from 'vitest';
import { MAX_FILES, MAX_PATH_LENGTH } from '../../protocol/limits.ts';
import type { ChosenFile } from '../model/model.ts';
import { examine } from './examine.ts';
import { isWhole } from './left-out.ts';

const chosen = (path: string, text = 'x'): ChosenFile => ({ path, file: new File([text], path) });
const locked = (path: string): ChosenFile => {
  const it = chosen(path);
  it.file.slice = () => {
    const part = new Blob();
    part.arrayBuffer = () => Promise.reject(new DOMException('', 'NotReadableError'));
    return part;
  };
  return it;
};
const paths = (files: readonly ChosenFile[]) => files.map(({ path }) => path);

test('one unreadable file does not hold up the others, and is named', async () => {
  const twenty = Array.from({ length: 20 }, (_, n) => (n === 7 ? locked('d/7') : chosen(`d/${n}`)));
  const { files, leftOut } = await examine(twenty, []);
  expect(files).toHaveLength(19);
  expect(leftOut).toMatchObject({ unreadable: ['d/7'], tooLong: [], isNothing: false });
  expect(isWhole(leftOut)).toBe(false);
});

test('a choice without faults is complete; an empty file is no fault', async () => {
  const { files, leftOut } = await examine([chosen('a'), chosen('empty', '')], []);
  expect(paths(files)).toEqual(['a', 'empty']);
  expect(isWhole(leftOut)).toBe(true);
  expect(leftOut.withoutContent).toEqual(['empty']);
});

test('a name that no receiver accepts is left out and named', async () => {
  const long = 'x'.repeat(MAX_PATH_LENGTH + 1);
  const { files, leftOut } = await examine([chosen('a'), chosen(long)], []);
  expect(paths(files)).toEqual(['a']);
  expect(leftOut.tooLong).toEqual([long]);
});

test('too many files, including those already chosen, are refused as a whole', async () => {
  const one = chosen('a');
  const beside = Array.from({ length: MAX_FILES }, () => one);
  const { files, leftOut } = await examine([one], beside);
  expect(files).toEqual([]);
  expect(leftOut.excess).toEqual({ of: 'files', count: MAX_FILES + 1, most: MAX_FILES });
  expect(isWhole(leftOut)).toBe(false);
});

test('unreadable parts of a drop are reported, and so is an empty one', async () => {
  const { leftOut } = await examine([], [], { unread: ['d/a'], emptyFolders: ['d/e'] });
  expect(leftOut).toMatchObject({ unreadable: ['d/a'], emptyFolders: ['d/e'], isNothing: false });
  expect((await examine([], [])).leftOut.isNothing).toBe(true);
});
