import { expect, test } from 'vitest';
import type { Ranges } from '../../protocol/peer.ts';
import type { DeviceId } from '../../protocol/signaling.ts';
import type { Kept, Phase, TransferKey, TransferView } from '../../transfer/view.ts';
import { inboxOf, isShort, spare, sumOf } from './inbox.ts';

const view = (name: string, state: Phase, more: Partial<TransferView> = {}): TransferView => ({
  ...state,
  key: name as TransferKey,
  direction: 'receiving',
  peer: 'a' as DeviceId,
  peerName: 'A',
  title: name,
  contents: 'named',
  files: 3,
  totalBytes: 300,
  storedBytes: 100,
  verified: false,
  kept: { at: 1, handedOver: [], elsewhere: [] },
  ...(more as object),
});
const saved = (name: string, at: number, elsewhere: Ranges = [], more: Partial<Kept> = {}) =>
  view(name, { phase: 'saved' }, { kept: { at, handedOver: [], elsewhere, ...more } });
const { kept: _, ...sending } = view('sent', { phase: 'sent' }, { direction: 'sending' });
const receiving = view('coming', { phase: 'receiving' });
const interrupted = view('half', { phase: 'interrupted', cause: 'peer-left' });
const titles = (views: readonly TransferView[]) => views.map(({ title }) => title);

test('holds received transfers: complete ones, newest first, and those that stand still', () => {
  const inbox = inboxOf([sending, saved('old', 1), receiving, interrupted, saved('new', 2)]);
  expect(titles(inbox.saved)).toEqual(['new', 'old']);
  expect(titles(inbox.unfinished)).toEqual(['half']);
});

test('stays the same value while only other transfers move', () => {
  const whole = saved('whole', 1);
  const before = inboxOf([receiving, whole]);
  expect(inboxOf([{ ...receiving, storedBytes: 200 }, whole], before)).toBe(before);
  expect(inboxOf([receiving, saved('whole', 1, [[0, 0]])], before)).not.toBe(before);
  expect(inboxOf([receiving], before).saved).toEqual([]);
});

test('counts the possible loss: files that are nowhere else', () => {
  const some = saved('some', 1, [[1, 2]]);
  expect(sumOf([some, saved('none', 2), interrupted])).toEqual({ files: 9, bytes: 700, unsaved: 4 });
});

test('only transfers that are known to be completely on the device can go without a loss', () => {
  const handed = saved('handed', 3, [], { handedOver: [[0, 2]] });
  const inbox = inboxOf([saved('some', 1, [[1, 2]]), saved('all', 2, [[0, 2]]), handed, interrupted]);
  expect(titles(spare(inbox))).toEqual(['all']);
  expect(sumOf([handed]).unsaved).toBe(3);
});

test('hidden transfers are here as before; deleted ones are separate, most recent first', () => {
  const deleted = (name: string, ms: number) => saved(name, 1, [], { deleted: { ms, seenAt: 0 } });
  const inbox = inboxOf([deleted('before', 5), saved('hidden', 1, [], { isHidden: true }), deleted('now', 0)]);
  expect(titles(inbox.saved)).toEqual(['hidden']);
  expect(titles(inbox.deleted)).toEqual(['now', 'before']);
});

test('room is short when the browser says so, or when a transfer stopped for lack of it', () => {
  const plenty = { allowedBytes: 10_000_000_000, isPersistent: true };
  const full = view('full', { phase: 'interrupted', cause: 'storage-full' });
  // The other device is full, not this one.
  const { kept: _, ...theirs } = { ...full, direction: 'sending' as const };
  expect(isShort(plenty, inboxOf([interrupted, theirs]))).toBe(false);
  expect(isShort(undefined, inboxOf([interrupted]))).toBe(false);
  expect(isShort({ ...plenty, allowedBytes: 100_000_000 }, inboxOf([]))).toBe(true);
  expect(isShort(undefined, inboxOf([full]))).toBe(true);
  expect(isShort(plenty, inboxOf([view('full', { phase: 'failed', reason: 'storage-full' })]))).toBe(true);
  const before = inboxOf([interrupted]);
  expect(inboxOf([interrupted, view('gone', { phase: 'failed', reason: 'storage-full' })], before).ranOut).toBe(true);
});
