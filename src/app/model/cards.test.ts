import { expect, test } from 'vitest';
import type { DeviceId } from '../../protocol/signaling.ts';
import type { BatchId, TransferKey, TransferView } from '../../transfer/view.ts';
import { cardsOf, countsOf, phaseOf } from './cards.ts';
import { figuresOf, shareOf } from './progress.ts';

const one = (key: string, batch?: string, more: Partial<TransferView> = {}): TransferView =>
  ({
    key: key as TransferKey,
    peer: key as DeviceId,
    peerName: key,
    phase: 'sent',
    direction: 'sending',
    title: 'a.jpg',
    contents: 'named',
    files: 1,
    totalBytes: 100,
    storedBytes: 0,
    verified: false,
    ...(batch && { batch: batch as BatchId }),
    ...more,
  }) as TransferView;

const shapeOf = (...transfers: TransferView[]) =>
  cardsOf(transfers).map((card) => card.transfers.map(({ key }) => String(key)));

test('the sends of one press are one card, in the order in which they began; everything else stands for itself', () => {
  expect(shapeOf(one('d'), one('c', 'x'), one('b', 'x'), one('a'))).toEqual([['d'], ['b', 'c'], ['a']]);
  expect(cardsOf([one('c', 'x'), one('b', 'x')])[0]?.key).toBe('x');
  expect(shapeOf()).toEqual([]);
});

test('a card keeps its place when something of it is sent again', () => {
  expect(shapeOf(one('again', 'x'), one('newer'), one('b', 'x'))).toEqual([['newer'], ['b', 'again']]);
});

test('a card says how many are in which state, and looks like the one that matters most', () => {
  const transfers = [
    one('a', 'x', { phase: 'declined' }),
    one('b', 'x'),
    one('c', 'x'),
    one('d', 'x', { phase: 'waiting', step: 'ringing' }),
  ] as const;
  expect(countsOf({ transfers })).toEqual([
    { phase: 'sent', count: 2 },
    { phase: 'waiting', count: 1 },
    { phase: 'declined', count: 1 },
  ]);
  expect(phaseOf({ transfers })).toBe('waiting');
  expect(phaseOf({ transfers: [transfers[0], transfers[1]] })).toBe('sent');
  expect(phaseOf({ transfers: [transfers[0]] })).toBe('declined');
});

test('its figures are those of all together, without those that came to nothing', () => {
  const half = one('a', 'x', { phase: 'sending', storedBytes: 50, bytesPerSecond: 7 });
  const none = one('c', 'x', { phase: 'declined' });
  expect(figuresOf([half, one('b', 'x'), none])).toEqual({
    totalBytes: 200,
    storedBytes: 150,
    bytesPerSecond: 7,
    stage: 'flowing',
  });
  expect(shareOf(figuresOf([one('b', 'x'), none]))).toBe(1);
  expect(figuresOf([none])).toMatchObject({ totalBytes: 100, stage: 'ended' });
  expect(shareOf(figuresOf([none]))).toBe(0);
});
