import { signal } from '@preact/signals';
import { expect, test } from 'vitest';
import type { DeviceId } from '../../protocol/signaling.ts';
import type { OfferView, TransferKey } from '../../transfer/view.ts';
import { ClosedHour } from '../people/closed-hour.ts';
import { declinesWhenClosed } from './keep-out.ts';

const offer = (name: string, more: Partial<OfferView> = {}): OfferView => ({
  key: name as TransferKey,
  peer: name as DeviceId,
  peerName: name,
  isKnown: false,
  isSilent: false,
  totalBytes: 1,
  entries: [{ path: 'a', size: 1, modified: 0 }],
  ...more,
});

function page() {
  let now = 1_000;
  const closed = new ClosedHour({ now: () => now, recall: () => '', keep: () => {}, isAtRest: () => true });
  const offers = signal([offer('s1'), offer('s2'), offer('ito', { isKnown: true, standsAside: true })]);
  const declined: string[] = [];
  const decline = (key: TransferKey): void => {
    declined.push(key);
    offers.value = offers.value.filter((one) => one.key !== key);
  };
  const later = (ms: number): void => {
    now += ms;
  };
  return { closed, offers, declined, later, watch: () => declinesWhenClosed({ closed, offers }, decline) };
}

test('when the hour begins, strangers who wait are declined, and nobody who is known', () => {
  const { closed, declined, watch } = page();
  watch();
  expect(declined).toEqual([]);
  closed.begin();
  expect(declined).toEqual(['s1', 's2']);
  closed.end();
});

test('who comes while it lasts is not declined by it; who waits when it is begun anew is', () => {
  const { closed, offers, declined, later, watch } = page();
  closed.begin();
  const end = watch();
  expect(declined).toEqual([]);
  offers.value = [offer('invited')];
  expect(declined).toEqual([]);
  later(1_000);
  closed.begin();
  expect(declined).toEqual(['invited']);
  end();
  later(1_000);
  offers.value = [offer('s4')];
  closed.begin();
  expect(declined).toEqual(['invited']);
  closed.end();
});
