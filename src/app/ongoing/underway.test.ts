import { signal } from '@preact/signals';
import { expect, test } from 'vitest';
import type { TransferView } from '../../transfer/view.ts';
import { isLong, percentOf, watchUnderway } from './underway.ts';

const view = (key: string, phase: TransferView['phase'], more: Partial<TransferView> = {}): TransferView =>
  ({ key, phase, totalBytes: 1_000, storedBytes: 0, ...more }) as unknown as TransferView;

test('what moves is under way, and so is what moved here and stands still; what ended or stands since long ago is not', () => {
  const transfers = signal<readonly TransferView[]>([view('old', 'interrupted'), view('new', 'sending')]);
  const underway = watchUnderway(transfers);
  const keys = () => underway.value.map(({ key }) => key);
  expect(keys()).toEqual(['new']);
  transfers.value = [view('old', 'interrupted'), view('new', 'interrupted')];
  expect(keys()).toEqual(['new']);
  transfers.value = [view('old', 'receiving'), view('new', 'sent')];
  expect(keys()).toEqual(['old']);
});

test('per cent are of the bytes of all, and only all of them make a hundred', () => {
  const half = view('a', 'sending', { totalBytes: 3_000, storedBytes: 2_999 });
  expect(percentOf([half])).toBe(99);
  expect(percentOf([half, view('b', 'receiving')])).toBe(74);
  expect(percentOf([view('b', 'receiving', { totalBytes: 0 })])).toBe(0);
  expect(percentOf([])).toBe(0);
});

test('long is what takes more than half a minute at the speed of now', () => {
  const at = (bytesPerSecond: number) => [view('a', 'sending', { totalBytes: 31_000, bytesPerSecond })];
  expect(isLong(at(1_000))).toBe(true);
  expect(isLong(at(1_100))).toBe(false);
  expect(isLong([view('a', 'sending')])).toBe(false); // nobody knows yet
});
