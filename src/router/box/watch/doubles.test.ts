/** An address that another box has is left, but not at a word, and not again and again. */
import { expect, test } from 'vitest';
import { type Doubles, leaves } from './doubles.ts';

/** Looks at 20 s each from `at` on; how many of them led to a move. */
function looks(count: number, double: (look: number) => string | undefined, at = 100): number {
  let state: Doubles = {};
  let moves = 0;
  for (let look = 0; look < count; look += 1) {
    const outcome = leaves(state, double(look), at + 20 * look);
    if (outcome.leaves) moves += 1;
    state = outcome.next;
  }
  return moves;
}

test('two looks in a row', () => {
  expect(looks(1, () => '10.107.1.1/16')).toBe(0);
  expect(looks(2, () => '10.107.1.1/16')).toBe(1);
  expect(looks(20, (look) => (look % 2 === 0 ? '10.107.1.1/16' : undefined))).toBe(0);
  expect(looks(20, (look) => `10.107.1.${look}/16`)).toBe(0);
});

test('at most once in ten minutes, whatever others say', () => {
  const followed = () => '10.107.1.1/16';
  expect(looks(31, followed)).toBe(1);
  expect(looks(32, followed)).toBe(2);
  expect(looks(180, followed)).toBeLessThanOrEqual(6);
});

test('a time that is yet to come is of another boot', () => {
  expect(leaves({ seen: 'a', movedAtS: 5_000 }, 'a', 100)).toEqual({ leaves: true, next: { movedAtS: 100 } });
});
