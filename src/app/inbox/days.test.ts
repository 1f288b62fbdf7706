import { expect, test } from 'vitest';
import type { TransferView } from '../../transfer/view.ts';
import { byDay, near } from './days.ts';

const at = (day: number, hour: number) => new Date(2031, 2, day, hour).getTime();
const view = (title: string, ms: number): TransferView =>
  ({ title, kept: { at: ms, handedOver: [], elsewhere: [] } }) as unknown as TransferView;

test('what came on one day stands together, the newest day first', () => {
  const days = byDay([view('d', at(12, 9)), view('c', at(11, 23)), view('b', at(11, 0)), view('a', at(9, 12))]);
  expect(days.map(({ transfers }) => transfers.map(({ title }) => title))).toEqual([['d'], ['c', 'b'], ['a']]);
  expect(days.map(({ start }) => start)).toEqual([at(12, 0), at(11, 0), at(9, 0)]);
});

test('today and yesterday are called so, whatever the hour', () => {
  const day = (number: number) => ({ start: at(number, 0) });
  expect(near(day(12), at(12, 0))).toBe('today');
  expect(near(day(12), at(12, 23))).toBe('today');
  expect(near(day(11), at(12, 1))).toBe('yesterday');
  expect(near(day(10), at(12, 1))).toBeUndefined();
  expect(near(day(13), at(12, 1))).toBeUndefined(); // the clock was wrong
});
