import fc from 'fast-check';
import { expect, it } from 'vitest';
import { SEQUENCE_MODULUS } from '../../protocol/frame.ts';
import { MAX_HELD_BYTES, Resequencer } from './resequencer.ts';

function collecting(first = 0) {
  const got: number[] = [];
  return { got, lanes: new Resequencer<number>((item) => got.push(item), first) };
}

it('delivers everything once and in order, whatever the order of arrival', () => {
  const shuffled = fc.nat(200).chain((length) =>
    fc.shuffledSubarray(
      Array.from({ length }, (_, index) => index),
      { minLength: length },
    ),
  );
  fc.assert(
    fc.property(shuffled, (order) => {
      const { got, lanes } = collecting();
      for (const item of order) expect(lanes.take(item, item, 1)).toBe('taken');
      expect(got).toEqual(order.map((_, index) => index));
    }),
  );
});

it('holds back items after a gap', () => {
  const { got, lanes } = collecting();
  lanes.take(1, 1, 1);
  lanes.take(2, 2, 1);
  expect(got).toEqual([]);
  lanes.take(0, 0, 1);
  expect(got).toEqual([0, 1, 2]);
});

it('continues at 0 after the largest number', () => {
  const { got, lanes } = collecting(SEQUENCE_MODULUS - 2);
  for (const sequence of [0, SEQUENCE_MODULUS - 1, 1, SEQUENCE_MODULUS - 2]) lanes.take(sequence, sequence, 0);
  expect(got).toEqual([SEQUENCE_MODULUS - 2, SEQUENCE_MODULUS - 1, 0, 1]);
  expect(lanes.take(1, 1, 0)).toBe('repeated');
});

it('refuses a repeated number, delivered or held', () => {
  const { lanes } = collecting();
  expect(lanes.take(0, 0, 1)).toBe('taken');
  expect(lanes.take(0, 0, 1)).toBe('repeated');
  expect(lanes.take(2, 2, 1)).toBe('taken');
  expect(lanes.take(2, 2, 1)).toBe('repeated');
});

it('holds no more than its limit, also for items without bytes', () => {
  const large = collecting().lanes;
  expect(large.take(1, 1, MAX_HELD_BYTES)).toBe('too-much');
  const tiny = collecting().lanes;
  let taken = 1;
  while (tiny.take(taken, taken, 0) === 'taken') taken += 1;
  expect(taken).toBeLessThan(200_000);
});
