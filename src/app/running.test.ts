import { expect, test } from 'vitest';
import type { DeviceId } from '../protocol/signaling.ts';
import type { OfferView, Phase, TransferKey, TransferView } from '../transfer/view.ts';
import { isMoving, mayReload } from './running.ts';

const view = (phase: Phase, direction: TransferView['direction'], more: Partial<TransferView> = {}): TransferView =>
  ({
    key: 'k' as TransferKey,
    peer: 'p' as DeviceId,
    peerName: '',
    title: '',
    files: 1,
    totalBytes: 1,
    storedBytes: 0,
    verified: false,
    direction,
    ...phase,
    ...more,
  }) as TransferView;
const offer = {} as OfferView;
const interrupted = { phase: 'interrupted', cause: 'peer-left' } as const;

test('the screen stays on while bytes move, in either direction, and not for what only waits', () => {
  expect(isMoving([view({ phase: 'saved' }, 'receiving'), view({ phase: 'sending' }, 'sending')])).toBe(true);
  expect(isMoving([view({ phase: 'receiving' }, 'receiving')])).toBe(true);
  expect(isMoving([view({ phase: 'waiting' }, 'sending'), view({ phase: 'paused' }, 'sending')])).toBe(false);
  expect(isMoving([view(interrupted, 'receiving'), view({ phase: 'sent' }, 'sending')])).toBe(false);
});

test.each<[string, boolean, TransferView]>([
  ['waiting', false, view({ phase: 'waiting' }, 'sending')],
  ['sending', false, view({ phase: 'sending' }, 'sending')],
  ['receiving', false, view({ phase: 'receiving' }, 'receiving')],
  ['paused, whose files only this page holds', false, view({ phase: 'paused' }, 'sending')],
  ['interrupted, whose files only this page holds', false, view(interrupted, 'sending')],
  ['paused here', true, view({ phase: 'paused' }, 'receiving')],
  ['interrupted here', true, view(interrupted, 'receiving')],
  ['in need of its files anyway', true, view(interrupted, 'sending', { needsFiles: 'files' })],
  ['saved', true, view({ phase: 'saved' }, 'receiving')],
  ['failed', true, view({ phase: 'failed', reason: 'peer-left' }, 'sending')],
])('a transfer that is %s: a reload is harmless: %s', (_, harmless, transfer) => {
  expect(mayReload([], [view({ phase: 'sent' }, 'sending'), transfer])).toBe(harmless);
});

test('no reload under an offer that waits for an answer', () => {
  expect(mayReload([], [])).toBe(true);
  expect(mayReload([offer], [])).toBe(false);
});
