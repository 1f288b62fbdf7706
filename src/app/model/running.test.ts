import { expect, test } from 'vitest';
import type { DeviceId } from '../../protocol/signaling.ts';
import type { OfferView, Phase, TransferKey, TransferView } from '../../transfer/view.ts';
import { isMoving, mayReload } from './running.ts';

const view = (phase: Phase, direction: TransferView['direction'], more: Partial<TransferView> = {}): TransferView =>
  ({
    key: 'k' as TransferKey,
    peer: 'p' as DeviceId,
    peerName: '',
    title: '',
    contents: 'named',
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

const silent = { phase: 'interrupted', cause: 'no-answer' } as const;

test.each<[string, boolean, TransferView]>([
  ['sends', true, view({ phase: 'sending' }, 'sending')],
  ['receives', true, view({ phase: 'receiving' }, 'receiving')],
  [
    'waits for a word of the other side, or compares its files',
    true,
    view({ phase: 'waiting', step: 'seen' }, 'sending'),
  ],
  ['hears nothing while the other side compares its files', true, view(silent, 'receiving')],
  ['lacks its files', false, view({ phase: 'waiting', step: 'seen' }, 'sending', { needsFiles: 'files' })],
  ['hears nothing and lacks its files', false, view(silent, 'sending', { needsFiles: 'files' })],
  ['is paused', false, view({ phase: 'paused' }, 'sending')],
  ['is interrupted', false, view(interrupted, 'receiving')],
])('a transfer that %s: the screen stays on: %s', (_, staysOn, transfer) => {
  expect(isMoving([view({ phase: 'saved' }, 'receiving'), transfer])).toBe(staysOn);
});

test.each<[string, boolean, TransferView]>([
  ['waiting', false, view({ phase: 'waiting', step: 'seen' }, 'sending')],
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
