/** The states of the app that are worth looking at, by the names under which `?state=` shows them. */
import type { Share } from '../../src/app/arrivals/shares.ts';
import type { NotProven } from '../../src/app/model/model.ts';
import { acquainted, EXCHANGED, FROM_ITO, FROM_NOT_ITO, ITO, MET } from './acquaintances.tsx';
import { type FakeModel, fakeModel } from './fake-model.tsx';
import { type FakeShell, fakeShell } from './fake-shell.tsx';
import { ofNone, ofOne, ofTwo } from './groups.tsx';
import { BETWEEN, LONG_BETWEEN, LOOKED_AT } from './looked-at.tsx';
import { nobody } from './nobody.tsx';
import { OFFERS } from './offers.tsx';
import { COMPARISONS, HARU } from './people.tsx';
import { SHELTER } from './shelter.tsx';
import { at, CROWD, DEVICES, device, INBOX, MANY_TRANSFERS, received, TRANSFERS, toSeveral } from './transfers.tsx';
import { BOARD, HOSTILE, IN_PARTS, LONG_BOARD, MESSAGES } from './words.tsx';

const T = TRANSFERS;
const [HANA, UKETSUKE] = DEVICES;
const NOT_HANA = { peer: HANA?.id, peerName: HANA?.name, cause: 'unproven' } as NotProven;
const NOT_ITO = { peer: FROM_ITO.peer, peerName: 'Ito', cause: 'unproven' } as NotProven;
const NOBODY_KNOWS = { peer: UKETSUKE?.id, peerName: UKETSUKE?.name, cause: 'no-proof' } as NotProven;
const UNKEPT = { people: acquainted(nobody(true)) };
export const STATES: Record<string, () => FakeModel> = {
  empty: () => fakeModel({ devices: [] }),
  'empty-secure': () => fakeModel({ devices: [] }),
  devices: () => fakeModel({}),
  alike: () =>
    fakeModel({
      devices: [...DEVICES, device('e', 'Hana’s phone', 'phone'), device('f', 'Ca1m Otter', 'phone')],
      offers: [],
    }),
  'offer-alike': () => fakeModel({ devices: [...DEVICES, device('e', 'Hana’s phone', 'phone')], offers: [OFFERS.one] }),
  knowing: () => fakeModel({ people: acquainted(), devices: MET }),
  'knowing-unkept': () => fakeModel({ people: acquainted(nobody(true)), devices: MET }),
  'knowing-busy': () => fakeModel({ people: acquainted(), devices: MET, transfers: EXCHANGED }),
  'offer-known': () => fakeModel({ people: acquainted(), devices: MET, offers: [FROM_ITO] }),
  'offer-not-known': () => fakeModel({ people: acquainted(), devices: MET, offers: [FROM_NOT_ITO] }),
  grouped: () =>
    fakeModel({
      groups: ofTwo(),
      people: acquainted(),
      devices: MET,
      groupsOf: { [MET[0]?.id ?? '']: ['伊藤家'], [MET[1]?.id ?? '']: ['伊藤家', 'Volunteers of the East Gym'] },
    }),
  'grouped-offer': () =>
    fakeModel({ groups: ofTwo(), groupsOf: { [OFFERS.one.peer]: ['伊藤家'] }, offers: [OFFERS.one] }),
  hiding: () => fakeModel({ groups: ofOne(true) }),
  ungrouped: () => fakeModel({ groups: ofNone() }),
  'first-send': () => fakeModel({ asksName: true }),
  shelter: () => fakeModel({ people: acquainted(), devices: SHELTER }),
  three: () => fakeModel({ devices: DEVICES.slice(0, 3) }),
  'more-devices': () => fakeModel({ moreDevices: 60_441 }),
  dozing: () => fakeModel({ transfers: [T.sending] }),
  busy: () => fakeModel({ transfers: [T.sending, T.receiving, T.waiting] }),
  several: () => fakeModel({ transfers: [...toSeveral(DEVICES.slice(0, 3)), T.saved] }),
  crowd: () => fakeModel({ devices: CROWD, transfers: toSeveral(CROWD) }),
  offer: () => fakeModel({ offers: [OFFERS.many, OFFERS.one] }),
  offer1: () => fakeModel({ offers: [OFFERS.one] }),
  'offer-photos': () => fakeModel({ offers: [OFFERS.photos] }),
  'offer-photo': () => fakeModel({ offers: [OFFERS.photo] }),
  'offer-mixed': () => fakeModel({ offers: [OFFERS.mixed] }),
  silent: () => fakeModel({ offers: [{ ...OFFERS.one, isSilent: true }] }),
  thousands: () => fakeModel({ offers: [OFFERS.thousands] }),
  strangers: () => fakeModel({ offers: [OFFERS.thousands, OFFERS.many, OFFERS.one], transfers: [T.sending] }),
  closed: () => fakeModel({ closedMinutes: 43 }),
  'not-proven': () => fakeModel({ warnings: { shown: [NOT_HANA] } }),
  'not-proven-known': () => fakeModel({ people: acquainted(), devices: MET, warnings: { shown: [NOT_ITO] } }),
  'not-proven-asleep': () => fakeModel({ warnings: { shown: [NOBODY_KNOWS] } }),
  'not-proven-many': () => fakeModel({ warnings: { shown: [NOBODY_KNOWS, NOT_HANA], more: 3 } }),
  saved: () => fakeModel({ transfers: [T.saved, T.savedMany, T.sent] }),
  photos: () => fakeModel({ transfers: [T.savedPhotos] }),
  zipping: () =>
    fakeModel({
      transfers: [{ ...T.savedMany, kept: { at: at(12, 10), handedOver: [], elsewhere: [] } }],
      isSlow: true,
    }),
  failed: () => fakeModel({ transfers: [T.failed, T.interrupted, T.declined, T.cancelled] }),
  again: () => fakeModel({ transfers: [T.reopen, T.missing] }),
  connecting: () => fakeModel({ connection: 'connecting', devices: [] }),
  offline: () => fakeModel({ connection: 'offline', devices: [] }),
  'no-socket': () => fakeModel({ connection: 'offline', devices: [], whyOffline: 'no-socket' }),
  crowded: () => fakeModel({ connection: 'offline', devices: [], whyOffline: 'crowded' }),
  reconnecting: () => fakeModel({ connection: 'reconnecting', transfers: [T.sending] }),
  'offline-new': () => fakeModel({ connection: 'offline', devices: [] }),
  'offline-kept': () => fakeModel({ connection: 'offline', devices: [], transfers: [T.interrupted, T.saved] }),
  update: () => fakeModel({}),
  extras: () => fakeModel({ transfers: [T.saved] }),
  'by-hand': () => fakeModel({}),
  shared: () => fakeModel({}),
  'shared-page': () => fakeModel({}),
  lost: () => fakeModel({}),
  outdated: () => fakeModel({ connection: 'outdated', transfers: [T.saved] }),
  replaced: () => fakeModel({ connection: 'replaced' }),
  inbox: () => fakeModel({ transfers: INBOX, storage: { allowedBytes: 10_600_000_000, isPersistent: false } }),
  between: () => fakeModel({ people: acquainted(), devices: MET, transfers: BETWEEN }),
  'between-away': () => fakeModel({ people: acquainted(), devices: DEVICES, transfers: BETWEEN }),
  'between-long': () => fakeModel({ people: acquainted(), devices: MET, transfers: LONG_BETWEEN }),
  talking: () =>
    fakeModel({ people: acquainted(), devices: MET, transfers: BETWEEN, words: { messages: MESSAGES, board: BOARD } }),
  'talking-away': () =>
    fakeModel({ people: acquainted(), devices: DEVICES, words: { messages: MESSAGES, holder: 'away' } }),
  'talking-full': () => fakeModel({ people: acquainted(), devices: MET, words: { isFull: true } }),
  'talking-refused': () =>
    fakeModel({ people: acquainted(), devices: MET, words: { messages: MESSAGES, isRefusing: true } }),
  'talking-parts': () =>
    fakeModel({
      people: acquainted(),
      devices: MET,
      words: { messages: new Map([[ITO, IN_PARTS]]), carried: { isFleeting: true }, board: BOARD },
    }),
  hostile: () => fakeModel({ people: acquainted(), devices: MET, words: { messages: new Map([[ITO, HOSTILE]]) } }),
  board: () => fakeModel({ words: { board: BOARD } }),
  'board-long': () => fakeModel({ words: { board: LONG_BOARD } }),
  'board-empty': () => fakeModel({}),
  'board-off': () => fakeModel({ words: { holder: 'off' } }),
  'board-away': () => fakeModel({ words: { holder: 'away', board: BOARD } }),
  'board-waiting': () => fakeModel({ words: { holder: 'waiting', board: { posts: [], isWhole: false } } }),
  'carrying-nothing': () =>
    fakeModel({ words: { carried: { letters: 0, posts: 0, files: 0, bytes: 0, places: [], takesLetters: false } } }),
  looking: () => fakeModel({ transfers: LOOKED_AT }),
  inboxEmpty: () => fakeModel({}),
  inboxEarly: () => fakeModel({ isRestored: false }),
  inboxMany: () =>
    fakeModel({
      transfers: [
        ...MANY_TRANSFERS,
        received('thousands', 'Thousands', 6_200_000_000, {
          files: 10_000,
          kept: { at: at(12, 10), handedOver: [], elsewhere: [] },
        }),
      ],
      storage: { allowedBytes: 9_000_000_000, isPersistent: true },
    }),
  inboxFull: () => fakeModel({ transfers: INBOX, storage: { allowedBytes: 120_000_000, isPersistent: true } }),
  cannot: () => fakeModel({ canTransfer: false }),
  ...Object.fromEntries(
    Object.entries(COMPARISONS).map(([name, comparison]) => [
      `compare-${name}`,
      () => fakeModel({ comparison, devices: [HARU, ...DEVICES], ...(name === 'unkept' && UNKEPT) }),
    ]),
  ),
  haru: () => fakeModel({ devices: [HARU, ...DEVICES] }),
};

const SHARE: Share = {
  from: '',
  items: [
    { kind: 'file', chosen: { path: '写真 1.jpg', file: new File(['x'.repeat(2_400_000)], '写真 1.jpg') } },
    { kind: 'text', text: { title: 'Water', text: '給水は 3 時から', url: '' } },
  ],
};

/** Shells of the states that need more than an empty one. */
export const SHELLS: Record<string, () => FakeShell> = {
  offline: () => fakeShell({ lastRouter: 'East Gym' }),
  'offline-kept': () => fakeShell({ lastRouter: 'East Gym', install: 'dialog' }),
  update: () => fakeShell({ canRenew: true }),
  extras: () => fakeShell({ install: 'dialog', consent: 'unknown' }),
  'by-hand': () => fakeShell({ install: 'by-hand' }),
  'empty-secure': () => fakeShell({ address: 'http://192.168.42.1:8080' }),
  shared: () => fakeShell({ shares: [SHARE] }),
  'shared-page': () => fakeShell({ shares: [{ ...SHARE, from: 'http://192.168.42.7' }] }),
  lost: () => fakeShell({ isShareLost: true }),
  dozing: () => fakeShell({ keepsScreenOn: false }),
  refused: () => fakeShell({ siteData: 'refused' }),
  silent: () => fakeShell({ siteData: 'silent' }),
};
