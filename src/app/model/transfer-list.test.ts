import { expect, test } from 'vitest';
import type { Phase, TransferKey, TransferView } from '../../transfer/view.ts';
import { hasArrived, merged } from './transfer-list.ts';

const view = (key: string, phase: Phase['phase'] = 'receiving') => ({ key, phase }) as TransferView;
const keys = (views: readonly TransferView[]) => views.map(({ key, phase }) => `${key} ${phase}`);

test('new transfers come first, the most recent in front; a changed one keeps its place; removed ones disappear', () => {
  const old = [view('b'), view('a'), view('x')];
  const next = merged(old, [view('c'), view('a', 'saved'), view('d')], ['x' as TransferKey]);
  expect(keys(next)).toEqual(['d receiving', 'c receiving', 'b receiving', 'a saved']);
});

test.each<[string, boolean, TransferView[], TransferView[]]>([
  ['became whole', true, [view('a')], [view('a', 'saved')]],
  ['was whole before', false, [view('a', 'saved')], [view('a', 'saved')]],
  ['came whole, from an earlier visit', false, [], [view('a', 'saved')]],
  ['goes on', false, [view('a')], [view('a')]],
])('what %s has arrived: %s', (_, arrived, old, changed) => {
  expect(hasArrived(old, changed)).toBe(arrived);
});
