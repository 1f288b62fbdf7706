import fc from 'fast-check';
import { expect, test } from 'vitest';
import { groupEntries, inRanges, joinRanges } from './groups.ts';

const entries = (...paths: string[]) => paths.map((path, index) => ({ path, size: 10 ** index }));

test('a folder is one row wherever its files are; files with the same name stay apart', () => {
  const groups = groupEntries(entries('p/1', 'a.txt', 'p/x/2', 'a.txt', 'p/3'), 10);
  expect(groups.map(({ kind, name, files, ranges }) => [kind, name, files, ranges])).toEqual([
    [
      'folder',
      'p',
      3,
      [
        [0, 0],
        [2, 2],
        [4, 4],
      ],
    ],
    ['file', 'a.txt', 1, [[1, 1]]],
    ['file', 'a.txt', 1, [[3, 3]]],
  ]);
  expect(groups[0]?.bytes).toBe(10_101);
});

test('groups beyond the limit become one row with their count', () => {
  const groups = groupEntries(entries('a', 'b', 'c', 'd/1', 'd/2'), 2);
  expect(groups).toHaveLength(3);
  expect(groups[2]).toMatchObject({ kind: 'rest', groups: 2, files: 3, bytes: 11_100, ranges: [[2, 4]] });
});

test('a path that begins with a slash is a file of that name', () => {
  expect(groupEntries(entries('/etc/passwd'), 5)[0]).toMatchObject({ kind: 'file', name: '/etc/passwd' });
});

test('joined ranges ascend, do not touch, and hold exactly the input', () => {
  const range = fc.tuple(fc.nat(60), fc.nat(8)).map(([first, more]) => [first, first + more] as const);
  fc.assert(
    fc.property(fc.array(fc.array(range, { maxLength: 5 }), { maxLength: 5 }), (lists) => {
      const joined = joinRanges(lists);
      joined.forEach(([first], index) => {
        const before = joined[index - 1];
        if (before) expect(first).toBeGreaterThan(before[1] + 1);
      });
      for (let index = 0; index < 80; index++) expect(inRanges(joined, index)).toBe(inRanges(lists.flat(), index));
    }),
  );
});

test('ten thousand files are grouped in a moment', () => {
  const many = Array.from({ length: 100_000 }, (_, n) => ({ path: `d${n % 500}/${n}`, size: 1 }));
  const groups = groupEntries(many, 100);
  expect(groups).toHaveLength(101);
  expect(groups.reduce((sum, group) => sum + group.files, 0)).toBe(100_000);
});
