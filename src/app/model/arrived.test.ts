import { signal } from '@preact/signals';
import { expect, test } from 'vitest';
import type { Kept, TransferView } from '../../transfer/view.ts';
import { watchArrived } from './arrived.ts';

const view = (key: string, phase: TransferView['phase'], kept: Partial<Kept> = {}): TransferView =>
  ({ key, phase, files: 1, kept: { at: 0, handedOver: [], elsewhere: [], ...kept } }) as unknown as TransferView;

test('a transfer that completes here waits until it is handed over', () => {
  const transfers = signal<readonly TransferView[]>([view('old', 'saved')]);
  const arrived = watchArrived(transfers);
  const keys = () => arrived.value.map(({ key }) => key);
  expect(keys()).toEqual([]);
  transfers.value = [view('now', 'receiving'), view('old', 'saved')];
  transfers.value = [view('now', 'saved'), view('old', 'saved')];
  expect(keys()).toEqual(['now']);
  transfers.value = [view('now', 'saved', { handedOver: [[0, 0]] }), view('old', 'saved')];
  expect(keys()).toEqual([]);
});

test('it also counts when nobody reads the list', () => {
  const transfers = signal<readonly TransferView[]>([]);
  const arrived = watchArrived(transfers);
  transfers.value = [view('a', 'waiting')];
  transfers.value = [view('a', 'saved')];
  expect(arrived.value).toHaveLength(1);
});
