import { expect, test } from 'vitest';
import type { DeviceId } from '../../protocol/signaling.ts';
import type { OfferView, TransferKey, TransferView } from '../../transfer/view.ts';
import { stopped } from './blocking.ts';

const pest = 'pest' as DeviceId;
const friend = 'friend' as DeviceId;
const people = { isBlocked: (id: DeviceId) => id === pest };

const transfer = (key: string, peer: DeviceId, phase: 'receiving' | 'sent' | 'sending'): TransferView => ({
  key: key as TransferKey,
  peer,
  peerName: peer,
  phase,
  direction: phase === 'receiving' ? 'receiving' : 'sending',
  title: 'a',
  contents: 'named',
  files: 1,
  totalBytes: 2,
  storedBytes: 1,
  verified: false,
});
const offer = (key: string, peer: DeviceId): OfferView => ({
  key: key as TransferKey,
  peer,
  peerName: peer,
  isKnown: false,
  totalBytes: 1,
  entries: [],
  isSilent: false,
});

test('what is under way with somebody who is blocked stops, in both directions; what has ended stays', () => {
  const transfers = [
    transfer('1', pest, 'receiving'),
    transfer('2', pest, 'sending'),
    transfer('3', pest, 'sent'),
    transfer('4', friend, 'receiving'),
  ];
  expect(stopped(people, { transfers, offers: [] })).toEqual([
    { type: 'cancel', key: '1' },
    { type: 'cancel', key: '2' },
  ]);
});

test('their offers go, and leave nothing in the list', () => {
  expect(stopped(people, { transfers: [], offers: [offer('1', pest), offer('2', friend)] })).toEqual([
    { type: 'hide', key: '1' },
  ]);
});
