import { expect, test } from 'vitest';
import { marked, UNMARKED } from './marks.ts';

test('existing files are added, and no others', () => {
  const first = marked(UNMARKED, { type: 'handed-over', files: [[2, 2]] }, 3);
  const both = marked(first, { type: 'handed-over', files: [[0, 70]] }, 3);
  expect(both).toEqual({ handedOver: [[0, 2]], elsewhere: [] });
  expect(marked(both, { type: 'elsewhere', files: [[1, 1]] }, 3)).toEqual({
    handedOver: [[0, 2]],
    elsewhere: [[1, 1]],
  });
});

test('hiding and deleting are independent, and a deletion can be undone', () => {
  const hidden = marked(UNMARKED, { type: 'hidden' }, 1);
  expect(hidden).toEqual({ ...UNMARKED, isHidden: true });
  const deleted = marked(hidden, { type: 'deleted', now: 5 }, 1);
  expect(deleted).toEqual({ ...hidden, deleted: { ms: 0, seenAt: 5 } });
  expect(marked(deleted, { type: 'restored' }, 1)).toEqual(hidden);
});

test('a mark that says nothing new returns the same value, so nothing is written', () => {
  const deleted = marked(UNMARKED, { type: 'deleted', now: 5 }, 1);
  expect(marked(deleted, { type: 'deleted', now: 9 }, 1)).toBe(deleted);
  expect(marked(UNMARKED, { type: 'seen', now: 9 }, 1)).toBe(UNMARKED);
  expect(marked(UNMARKED, { type: 'restored' }, 1)).toBe(UNMARKED);
});
