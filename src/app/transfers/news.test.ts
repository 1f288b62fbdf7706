import { signal } from '@preact/signals';
import { expect, test } from 'vitest';
import { idOf, newSecret, publicKeyOf } from '../../protocol/keys.ts';
import type { DeviceId } from '../../protocol/signaling.ts';
import type { OfferView, TransferKey, TransferView } from '../../transfer/view.ts';
import { createFormat } from '../i18n/format.ts';
import { en } from '../i18n/testing/words.ts';
import { markOf } from '../model/mark.ts';
import { secondsLeft, share } from '../model/progress.ts';
import { type Acquainted, spokenOf } from '../pieces/people.ts';
import { know, news } from './news.ts';

const text = { tag: 'en', direction: 'ltr', words: en, format: createFormat('en') } as const;
const sending: TransferView = {
  key: 'k' as TransferKey,
  peer: 'p' as DeviceId,
  peerName: 'Hana',
  phase: 'sending',
  direction: 'sending',
  title: 'map.png',
  contents: 'named',
  files: 1,
  totalBytes: 1000,
  storedBytes: 999,
  verified: false,
};
const people: Acquainted = { all: signal(new Map()), whoIsNot: () => undefined };
const hana = spokenOf(people, { id: sending.peer, name: 'Hana' }, en);
const offer: OfferView = {
  key: 'o' as TransferKey,
  peer: sending.peer,
  peerName: 'Hana',
  isKnown: true,
  totalBytes: 2,
  entries: [
    { path: 'a', size: 1, modified: 0 },
    { path: 'b', size: 1, modified: 0 },
  ],
  isSilent: false,
};

test('an offer is announced once', () => {
  expect(news(know([], []), [offer], [], text, people)).toEqual([`${hana} wants to send you 2 files.`]);
  expect(news(know([offer], []), [offer], [], text, people)).toEqual([]);
});

test('an offer whose sender is gone is announced as over, an answered one is not', () => {
  const gone: TransferView = { ...sending, key: offer.key, direction: 'receiving', phase: 'cancelled', by: 'absence' };
  const known = know([offer], []);
  expect(news(known, [], [gone], text, people)).toEqual([`map.png: Cancelled. ${en.cancelledHelp.absence}`]);
  expect(news(known, [], [{ ...gone, phase: 'waiting', step: 'starting' }], text, people)).toEqual([]);
  expect(news(known, [], [{ ...gone, phase: 'declined' }], text, people)).toEqual([]);
});

test('ends are announced, progress is not', () => {
  const known = know([], [sending]);
  expect(news(known, [], [{ ...sending, storedBytes: 1000 }], text, people)).toEqual([]);
  expect(news(known, [], [{ ...sending, phase: 'sent' }], text, people)).toEqual([`Sent to ${hana}: map.png.`]);
  expect(news(known, [], [{ ...sending, phase: 'declined' }], text, people)).toEqual([`${hana} declined map.png.`]);
  const [failed] = news(known, [], [{ ...sending, phase: 'failed', reason: 'peer-left' }], text, people);
  expect(failed).toBe(`map.png: Failed. ${en.failure['peer-left'].sending}`);
});

test('the person’s own cancel is not announced, that of the other is', () => {
  const known = know([], [sending]);
  expect(news(known, [], [{ ...sending, phase: 'cancelled', by: 'me' }], text, people)).toEqual([]);
  expect(news(known, [], [{ ...sending, phase: 'cancelled', by: 'peer' }], text, people)).toHaveLength(1);
});

test('transfers that existed when the page opened are not announced', () => {
  expect(news(know([], []), [], [{ ...sending, phase: 'saved', direction: 'receiving' }], text, people)).toEqual([]);
});

test('only a completed transfer shows 100 %', () => {
  expect(share(sending)).toBe(0.999);
  expect(share({ ...sending, totalBytes: 0, storedBytes: 0 })).toBe(0);
  expect(share({ ...sending, totalBytes: 0, storedBytes: 0, phase: 'sent' })).toBe(1);
});

test('time left needs a speed', () => {
  expect(secondsLeft(sending)).toBeUndefined();
  expect(secondsLeft({ ...sending, storedBytes: 500, bytesPerSecond: 100 })).toBe(5);
});

test('thirty photos are not named after the first', () => {
  const photos: TransferView = { ...sending, title: 'IMG_2041.JPG', contents: 'photos', files: 30 };
  expect(news(know([], [photos]), [], [{ ...photos, phase: 'sent' }], text, people)).toEqual([
    `Sent to ${hana}: 30 photos.`,
  ]);
  const entries = ['a.jpg', 'b.jpg'].map((path) => ({ path, size: 1, modified: 0 }));
  expect(news(know([], []), [{ ...offer, entries }], [], text, people)).toEqual([
    `${hana} wants to send you 2 photos.`,
  ]);
});

test('everybody is named with their mark, and a known person by the label they have here', () => {
  const { picture, digits } = markOf(sending.peer);
  expect(hana).toBe(`\u2068Hana\u2069 (${en.pictures[picture]} ${digits})`);
  const key = publicKeyOf(newSecret());
  const ito = { is: 'known', id: idOf(key), key, label: 'Ito', called: 'Fox', since: 0, acceptBytes: 0 } as const;
  const acquainted = { ...people, all: signal(new Map([[ito.id, ito]])) };
  expect(spokenOf(acquainted, { id: ito.id, name: 'Fox' }, en)).toMatch(/^\u2068Ito\u2069 /);
});

test('what comes without a question is announced when it begins, and not when an earlier visit left it', () => {
  const kept = { at: 0, handedOver: [], elsewhere: [], isUnasked: true } as const;
  const begun: TransferView = { ...sending, direction: 'receiving', phase: 'receiving', kept };
  expect(news(know([], []), [], [begun], text, people)).toEqual([`Receiving map.png from ${hana} without asking.`]);
  expect(news(know([], [begun]), [], [begun], text, people)).toEqual([]);
  expect(news(know([], []), [], [{ ...begun, phase: 'saved' }], text, people)).toEqual([]);
});

test('what was sent to several people is announced once, when nothing of it moves any more', () => {
  const to = (name: string, phase: object) =>
    ({ ...sending, key: name, peer: name, peerName: name, batch: 'x', ...phase }) as TransferView;
  const ended = [to('a', { phase: 'sent' }), to('b', { phase: 'sent' }), to('c', { phase: 'declined' })];
  const running = to('b', { phase: 'sending' });
  const [a, , c] = ended as [TransferView, TransferView, TransferView];
  const soon = [a, running, c];
  expect(news(know([], [to('a', { phase: 'sending' }), running, c]), [], soon, text, people)).toEqual([]);
  expect(news(know([], soon), [], ended, text, people)).toEqual(['map.png: 2 sent, 1 declined.']);
  expect(news(know([], ended), [], ended, text, people)).toEqual([]);
  const mine = ['a', 'b'].map((name) => to(name, { phase: 'cancelled', by: 'me' }));
  expect(news(know([], [to('a', { phase: 'sending' }), running]), [], mine, text, people)).toEqual([]);
});
