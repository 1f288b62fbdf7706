import { signal } from '@preact/signals';
import { expect, test } from 'vitest';
import { idOf, newSecret, publicKeyOf } from '../../protocol/keys.ts';
import type { DeviceId } from '../../protocol/signaling.ts';
import type { OfferView, TransferKey, TransferView } from '../../transfer/view.ts';
import { People } from '../people/people.ts';
import { askedOffers } from './asked-offers.ts';

const key = publicKeyOf(newSecret());
const ito = idOf(key);
const hana = 'hana' as DeviceId;

const offer = (peer: DeviceId, totalBytes: number, more: Partial<OfferView> = {}): OfferView => ({
  key: `${peer} ${totalBytes}` as TransferKey,
  peer,
  peerName: peer,
  isKnown: true,
  totalBytes,
  entries: [{ path: 'a', size: totalBytes, modified: 0 }],
  isSilent: false,
  ...more,
});

/** Ito is known, and may send 100 bytes unasked. */
function page(room?: number | Promise<number>) {
  const done = async () => ({ ok: true, value: undefined }) as const;
  const people = new People({ entries: async () => ({ ok: true, value: [] }), set: done, delete: done });
  people.know(key, 'Ito');
  people.acceptUpTo(ito, 100);
  const offers = signal<readonly OfferView[]>([]);
  const transfers = signal<readonly TransferView[]>([]);
  const accepted: number[] = [];
  const asked = askedOffers({
    offers,
    transfers,
    people,
    room: async () => room,
    accept: ({ totalBytes }) => accepted.push(totalBytes),
    now: () => 1_000,
  });
  return {
    people,
    transfers,
    accepted,
    async show(...next: OfferView[]) {
      offers.value = next;
      const at = asked.value.length;
      await new Promise(setImmediate);
      return { at, asked: asked.value.map(({ totalBytes }) => totalBytes) };
    },
  };
}

test('what a known person may send is accepted without a question, up to the bound', async () => {
  const it = page();
  expect(await it.show(offer(ito, 100), offer(ito, 101), offer(hana, 1))).toEqual({ at: 2, asked: [101, 1] });
  expect(it.accepted).toEqual([100]);
  expect(it.people.known(ito)?.taken?.bytes).toBe(100);
});

test('without room for it the person decides, and nothing counts as accepted', async () => {
  const it = page(99);
  expect((await it.show(offer(ito, 100))).asked).toEqual([100]);
  expect(it.accepted).toEqual([]);
  expect(it.people.known(ito)).not.toHaveProperty('taken');
  expect((await it.show(offer(ito, 100), offer(ito, 99))).asked).toEqual([100]);
});

test('an offer that is open already is not accepted because the person allows more now', async () => {
  const it = page();
  await it.show(offer(ito, 500));
  it.people.acceptUpTo(ito, 1_000);
  expect((await it.show(offer(ito, 500), offer(hana, 1))).asked).toEqual([500, 1]);
  expect(it.accepted).toEqual([]);
});

test('a sender that fell silent before it heard the answer is asked about', async () => {
  const it = page();
  await it.show(offer(ito, 100));
  expect((await it.show(offer(ito, 100, { isSilent: true }))).asked).toEqual([100]);
});

test('a day has an end: from then on each offer is asked about', async () => {
  const it = page();
  for (let n = 0; n < 10; n++) await it.show(offer(ito, 100, { key: `${n}` as TransferKey }));
  expect((await it.show(offer(ito, 1, { key: 'one more' as TransferKey }))).asked).toEqual([1]);
  expect(it.accepted).toHaveLength(10);
});

test('nobody is asked about what blocked people offer', async () => {
  const it = page();
  it.people.block(hana, 'Hana');
  expect((await it.show(offer(hana, 1), offer('aki' as DeviceId, 2))).asked).toEqual([2]);
  it.people.block('aki' as DeviceId, 'Aki');
  expect((await it.show(offer('aki' as DeviceId, 2))).asked).toEqual([]);
});

test('what is accepted and not stored yet takes its room, told to the engine or not', async () => {
  const it = page(150);
  const [one, other] = [offer(ito, 100, { key: 'one' as TransferKey }), offer(ito, 51)];
  expect((await it.show(one, other)).asked).toEqual([51]);
  expect((await it.show(offer(ito, 50))).asked).toEqual([]);
  const coming = { key: 'one', direction: 'receiving', phase: 'receiving', totalBytes: 100, storedBytes: 20 };
  it.transfers.value = [coming as TransferView, { ...coming, key: 'out', direction: 'sending' } as TransferView];
  expect((await it.show(offer(ito, 71))).asked).toEqual([71]);
  expect((await it.show(offer(ito, 70))).asked).toEqual([]);
  expect(it.accepted).toEqual([100, 50, 70]);
});

test('what would be lost with the page is for the person to decide', async () => {
  const it = page();
  expect(await it.show(offer(ito, 1, { isFleeting: true }))).toEqual({ at: 1, asked: [1] });
  expect(it.accepted).toEqual([]);
});

test('an offer whose sender was silent when it would have been accepted stays a question', async () => {
  const it = page();
  await it.show(offer(ito, 100));
  await it.show(offer(ito, 100, { isSilent: true }));
  expect((await it.show(offer(ito, 100))).asked).toEqual([100]);
  expect(it.accepted).toEqual([100]);
});

test('an offer that is withdrawn while the room is looked up is not accepted, and is looked at anew when it is back', async () => {
  let answer: (bytes: number) => void = () => {};
  const it = page(new Promise<number>((resolve) => (answer = resolve)));
  await it.show(offer(ito, 100));
  await it.show();
  answer(1_000);
  expect([(await it.show()).asked, it.accepted]).toEqual([[], []]);
  expect((await it.show(offer(ito, 100))).asked).toEqual([]);
  expect(it.accepted).toEqual([100]);
});
