import { expect, test } from 'vitest';
import type { DeviceId } from '../../protocol/signaling.ts';
import type { TransferKey, TransferView } from '../../transfer/view.ts';
import { between } from './between.ts';

const HANA = 'a' as DeviceId;
const view = (key: string, more: Partial<TransferView> = {}): TransferView =>
  ({ key: key as TransferKey, peer: HANA, direction: 'sending', phase: 'sent', ...more }) as TransferView;
const received = (key: string, at: number, more: Partial<TransferView['kept']> = {}): TransferView =>
  view(key, { direction: 'receiving', phase: 'saved', kept: { at, handedOver: [], elsewhere: [], ...more } } as object);
const keys = (...transfers: readonly TransferView[]) => between(transfers, new Map(), HANA).map(({ key }) => key);

test('both directions in one line, the oldest first, in whatever order earlier visits come', () => {
  expect(keys(received('c', 30), view('d', { begunAt: 40 }), received('a', 10), view('b', { begunAt: 20 }))).toEqual([
    'a',
    'b',
    'c',
    'd',
  ]);
});

test('what has no time is the newest, in the order in which it began', () => {
  expect(keys(view('now'), view('before'), received('old', 10))).toEqual(['old', 'before', 'now']);
});

test('what was sent in earlier visits, and what was hidden since, once', () => {
  const past = new Map([view('now', { begunAt: 20 }), view('then', { begunAt: 5 })].map((one) => [one.key, one]));
  const all = between([view('now', { begunAt: 20 }), received('came', 10)], past, HANA);
  expect(all.map(({ key }) => key)).toEqual(['then', 'came', 'now']);
});

test('only that person; what was hidden is there, what was deleted is not', () => {
  const other = view('other', { peer: 'b' as DeviceId });
  const deleted = received('deleted', 5, { deleted: { ms: 0, seenAt: 0 } });
  expect(keys(other, deleted, received('hidden', 10, { isHidden: true }))).toEqual(['hidden']);
});
