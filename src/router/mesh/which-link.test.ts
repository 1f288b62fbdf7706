import { expect, it } from 'vitest';
import type { Incarnation, RouterId, Self } from './bus.ts';
import { replaces } from './which-link.ts';

const self = (id: string, incarnation = 'b'): Self => ({ id: id as RouterId, incarnation: incarnation as Incarnation });
const link = (dialled: boolean, since = 0, heardAt = since) => ({ dialled, since, heardAt });

it('of two made at once both ends keep the one that the smaller id dialled, whichever came first', () => {
  const ends = [
    { self: self('a'), before: self('z'), other: self('z') },
    { self: self('z'), before: self('a'), other: self('a') },
  ];
  // What the one has dialled the other has answered.
  const kept = (dialledBySmaller: boolean) =>
    ends.map((end, index) =>
      replaces(link(dialledBySmaller === (index === 0)), link(dialledBySmaller !== (index === 0)), end, 0),
    );
  expect(kept(true)).toEqual([true, true]);
  expect(kept(false)).toEqual([false, false]);
});

it.each([
  ['a later one', link(true, 3_001), link(false, 0)],
  ['another one of the same side', link(true, 1), link(true, 0)],
])('%s takes the place of the older', (_, newer, older) => {
  expect(replaces(newer, older, { self: self('z'), before: self('a'), other: self('a') }, 3_001)).toBe(true);
});

it('a later life takes the place of an earlier one, and an earlier one only that of a quiet link', () => {
  const lives = (before: string, other: string) => ({
    self: self('a'),
    before: self('z', before),
    other: self('z', other),
  });
  const [newer, older] = [link(true, 1), link(false, 0)];
  expect(replaces(newer, older, lives('b', 'c'), 1)).toBe(true);
  expect(replaces(newer, older, lives('c', 'b'), 2_200)).toBe(false);
  expect(replaces(newer, older, lives('c', 'b'), 2_201)).toBe(true);
});
