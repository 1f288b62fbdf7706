import { signal } from '@preact/signals';
import { expect, test } from 'vitest';
import type { DeviceId } from '../../protocol/signaling.ts';
import type { Kept, Phase, TransferKey, TransferView } from '../../transfer/view.ts';
import type { Model } from '../model/model.ts';
import { saveOnArrival } from './on-arrival.ts';

const KEY = 'r-key' as TransferKey;
const view = (phase: Phase, kept?: Kept): TransferView => ({
  ...phase,
  ...(kept && { kept }),
  key: KEY,
  direction: 'receiving',
  peer: 'a' as DeviceId,
  peerName: 'Aki',
  title: 'list.pdf',
  contents: 'named',
  files: 1,
  totalBytes: 1,
  storedBytes: 1,
  verified: phase.phase === 'saved',
});

function receiver() {
  const transfers = signal<readonly TransferView[]>([]);
  const saved: TransferKey[] = [];
  const save = async (key: TransferKey) => {
    saved.push(key);
    return 'handed' as const;
  };
  const model: Parameters<typeof saveOnArrival>[0] = {
    transfers,
    saveAll: save,
    saveEach: save,
    saveFile: save,
    saveToFolder: undefined,
  } satisfies Partial<Model>;
  const is = (phase: Phase, kept?: Kept) => {
    transfers.value = [view(phase, kept)];
  };
  return { saved, is, ...saveOnArrival(model) };
}

test('what was asked for is saved once, when all of it is here, whatever held it up', () => {
  const { add, is, saved } = receiver();
  add(KEY);
  is({ phase: 'receiving' });
  is({ phase: 'interrupted', cause: 'connection-lost' });
  is({ phase: 'receiving' });
  expect(saved).toEqual([]);
  is({ phase: 'saved' });
  is({ phase: 'saved' });
  expect(saved).toEqual([KEY]);
});

test('what ended otherwise is not saved, and what nobody asked for neither', () => {
  const { add, is, saved } = receiver();
  is({ phase: 'saved' });
  add(KEY);
  is({ phase: 'failed', reason: 'source-changed' });
  is({ phase: 'saved' });
  expect(saved).toEqual([]);
});

test('what another page has saved meanwhile is not saved again', () => {
  const { add, is, saved } = receiver();
  add(KEY);
  is({ phase: 'saved' }, { at: 0, handedOver: [[0, 0]], elsewhere: [] });
  expect(saved).toEqual([]);
});
