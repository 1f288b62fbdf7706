import { expect, test } from 'vitest';
import type { Ranges } from '../../protocol/peer.ts';
import type { TransferView } from '../../transfer/view.ts';
import { handedOver, saved, unconfirmed, whereabouts } from './whereabouts.ts';

const view = (handedOver: Ranges, elsewhere: Ranges = []): TransferView =>
  ({ phase: 'saved', files: 3, kept: { at: 0, handedOver, elsewhere } }) as unknown as TransferView;

test('files given to a browser do not count as saved; files that the person saw there, or this app wrote, do', () => {
  expect(whereabouts(view([]))).toBe('onlyHere');
  expect(whereabouts(view([[1, 1]]))).toBe('arrived');
  expect(whereabouts(view([[0, 2]]))).toBe('arrived');
  expect(whereabouts(view([[0, 1]], [[2, 2]]))).toBe('arrived');
  expect(whereabouts(view([], [[0, 2]]))).toBe('saved');
});

test('one file of several', () => {
  const some = view([[0, 1]], [[1, 1]]);
  expect([0, 1, 2].map((index) => whereabouts(some, index))).toEqual(['arrived', 'saved', 'onlyHere']);
  expect(handedOver(some)).toBe(2);
  expect(saved(some)).toBe(1);
});

test('asks about files that were handed over and not about those that are known to have arrived', () => {
  expect(unconfirmed(view([[0, 2]], [[1, 1]]))).toEqual([
    [0, 0],
    [2, 2],
  ]);
  expect(unconfirmed(view([[0, 2]], [[1, 1]]), 2)).toEqual([[2, 2]]);
  expect(unconfirmed(view([[0, 2]], [[1, 1]]), 1)).toEqual([]);
});
