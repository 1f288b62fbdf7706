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

test('what was put on the device in this visit stays, what was before does not, whichever screen is up', () => {
  const transfers = signal<readonly TransferView[]>([view('early', true)]);
  const shown = watchAtHome(transfers);
  const keys = () => shown.value.map(({ key }) => key);
  expect(keys()).toEqual([]);
  // It comes, and is saved, while nobody reads the list.
  transfers.value = [view('now', false), view('early', true)];
  transfers.value = [view('now', true), view('early', true)];
  expect(keys()).toEqual(['now']);
  // The engine went to another page and came back.
  transfers.value = [];
  transfers.value = [view('now', true), view('early', true)];
  expect(keys()).toEqual(['now']);
});

test('what is hidden or deleted goes at once, also under the eyes of the person who did it', () => {
  const transfers = signal<readonly TransferView[]>([view('one', false), view('other', false)]);
  const shown = watchAtHome(transfers);
  const keys = () => shown.value.map(({ key }) => key);
  transfers.value = [view('one', false, { isHidden: true }), view('other', false)];
  expect(keys()).toEqual(['other']);
  transfers.value = [view('one', false, { isHidden: true }), view('other', false, { deleted: { ms: 0, seenAt: 0 } })];
  expect(keys()).toEqual([]);
});
