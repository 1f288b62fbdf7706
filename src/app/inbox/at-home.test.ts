import { signal } from '@preact/signals';
import { expect, test } from 'vitest';
import type { Kept, TransferView } from '../../transfer/view.ts';
import { watchAtHome } from './at-home.ts';

const view = (key: string, isHandedOver: boolean, marks: Partial<Kept> = {}): TransferView =>
  ({
    key,
    phase: 'saved',
    files: 1,
    kept: { at: 0, handedOver: isHandedOver ? [[0, 0]] : [], elsewhere: [], ...marks },
  }) as unknown as TransferView;

test('transfers that were saved in this visit stay, earlier ones do not, on any screen', () => {
  const transfers = signal<readonly TransferView[]>([view('early', true)]);
  const shown = watchAtHome(transfers);
  const keys = () => shown.value.map(({ key }) => key);
  expect(keys()).toEqual([]);
  // It arrives and is saved while nobody reads the list.
  transfers.value = [view('now', false), view('early', true)];
  transfers.value = [view('now', true), view('early', true)];
  expect(keys()).toEqual(['now']);
  // The engine went to another page and came back.
  transfers.value = [];
  transfers.value = [view('now', true), view('early', true)];
  expect(keys()).toEqual(['now']);
});

test('hidden or deleted transfers go at once, even while the person looks', () => {
  const transfers = signal<readonly TransferView[]>([view('one', false), view('other', false)]);
  const shown = watchAtHome(transfers);
  const keys = () => shown.value.map(({ key }) => key);
  transfers.value = [view('one', false, { isHidden: true }), view('other', false)];
  expect(keys()).toEqual(['other']);
  transfers.value = [view('one', false, { isHidden: true }), view('other', false, { deleted: { ms: 0, seenAt: 0 } })];
  expect(keys()).toEqual([]);
});
