/** The states of the app that are worth looking at, as values; no network behind them. */
import { type Signal, signal } from '@preact/signals';
import type { Connection, Model } from '../../src/app/model.ts';
import type { Device, DeviceId, DeviceKind } from '../../src/protocol/signaling.ts';
import type { OfferView, TransferKey, TransferView } from '../../src/transfer/view.ts';

export const device = (id: string, name: string, kind: DeviceKind, more: Partial<Device> = {}): Device => ({
  id: id as DeviceId,
  name,
  kind,
  ...more,
});

export const DEVICES: readonly Device[] = [
  device('a', 'Hana’s phone', 'phone'),
  device('b', '受付のパソコン', 'computer'),
  device('c', 'Calm Otter', 'tablet', { away: true }),
  device('d', 'Quiet Maple with a name as long as names', 'phone', { router: 'Clinic' }),
];

const BASE = { peer: 'a' as DeviceId, peerName: 'Hana’s phone', verified: false } as const;
const key = (name: string): TransferKey => name as TransferKey;

export const TRANSFERS = {
  waiting: {
    ...BASE,
    key: key('1'),
    phase: 'waiting',
    direction: 'sending',
    title: 'evacuees-2031-03-11.xlsx',
    files: 1,
    totalBytes: 184_320,
    storedBytes: 0,
  },
  sending: {
    ...BASE,
    key: key('2'),
    phase: 'sending',
    direction: 'sending',
    title: 'Photos of the lists',
    files: 48,
    totalBytes: 214_000_000,
    storedBytes: 91_400_000,
    bytesPerSecond: 8_300_000,
    path: 'direct',
  },
  receiving: {
    ...BASE,
    key: key('3'),
    phase: 'receiving',
    direction: 'receiving',
    title: '避難所の地図.pdf',
    files: 1,
    totalBytes: 12_800_000,
    storedBytes: 8_200_000,
    bytesPerSecond: 2_100_000,
    path: 'relayed',
    peer: 'b' as DeviceId,
    peerName: '受付のパソコン',
  },
  saved: {
    ...BASE,
    key: key('4'),
    phase: 'saved',
    direction: 'receiving',
    title: 'notice.pdf',
    files: 1,
    totalBytes: 820_000,
    storedBytes: 820_000,
    verified: true,
    path: 'direct',
  },
  savedMany: {
    ...BASE,
    key: key('5'),
    phase: 'saved',
    direction: 'receiving',
    title: '写真',
    files: 2000,
    totalBytes: 1_240_000_000,
    storedBytes: 1_240_000_000,
    verified: true,
    path: 'relayed',
    peerName: '受付のパソコン',
  },
  sent: {
    ...BASE,
    key: key('6'),
    phase: 'sent',
    direction: 'sending',
    title: 'IMG_2041.JPG',
    files: 3,
    totalBytes: 9_120_000,
    storedBytes: 9_120_000,
    verified: true,
    path: 'direct',
  },
  failed: {
    ...BASE,
    key: key('7'),
    phase: 'failed',
    direction: 'sending',
    reason: 'unreachable',
    files: 1,
    title: 'a very long file name that somebody wrote as a whole sentence because it was easier to find that way.docx',
    totalBytes: 2_400_000,
    storedBytes: 0,
  },
  interrupted: {
    ...BASE,
    key: key('8'),
    phase: 'interrupted',
    direction: 'receiving',
    cause: 'connection-lost',
    files: 12,
    title: 'Supplies',
    totalBytes: 88_000_000,
    storedBytes: 40_200_000,
  },
  reopen: {
    ...BASE,
    key: key('11'),
    phase: 'interrupted',
    direction: 'sending',
    cause: 'connection-lost',
    files: 3,
    title: 'Lists',
    totalBytes: 88_000_000,
    storedBytes: 0,
    needsFiles: 'folder',
    canReopen: true,
  },
  missing: {
    ...BASE,
    key: key('12'),
    phase: 'interrupted',
    direction: 'sending',
    cause: 'connection-lost',
    files: 340,
    title: '写真',
    totalBytes: 188_000_000,
    storedBytes: 0,
    needsFiles: 'folder',
    missing: { count: 214, names: ['海岸', 'Lists', 'a folder'], changed: ['Lists/避難者名簿.xlsx'] },
  },
  declined: {
    ...BASE,
    key: key('9'),
    phase: 'declined',
    direction: 'sending',
    title: 'party\u202egpj.exe',
    files: 1,
    totalBytes: 1200,
    storedBytes: 0,
    peerName: 'Calm Otter',
  },
  cancelled: {
    ...BASE,
    key: key('10'),
    phase: 'cancelled',
    by: 'peer',
    direction: 'receiving',
    title: 'video.mp4',
    files: 1,
    totalBytes: 1_200_000_000,
    storedBytes: 300_000_000,
  },
} as const satisfies Record<string, TransferView>;

const photo = (n: number) => ({ path: `Photos/2031/IMG_${2000 + n}.JPG`, size: 2_400_000 + n * 137, modified: 0 });

export const OFFERS = {
  one: {
    key: key('o1'),
    peer: 'a' as DeviceId,
    peerName: 'Hana’s phone',
    totalBytes: 12_800_000,
    entries: [{ path: '避難所の地図.pdf', size: 12_800_000, modified: 0 }],
  },
  many: {
    key: key('o2'),
    peer: 'b' as DeviceId,
    peerName: '受付のパソコン',
    totalBytes: 122_000_000,
    entries: [
      ...Array.from({ length: 48 }, (_, n) => photo(n)),
      { path: '名簿.xlsx', size: 184_320, modified: 0 },
      { path: 'notice of the water supply for the whole east side.pdf', size: 820_000, modified: 0 },
      { path: 'party\u202egpj.exe', size: 1200, modified: 0 },
    ],
  },
  thousands: {
    key: key('o3'),
    peer: 'b' as DeviceId,
    peerName: '受付のパソコン',
    totalBytes: 100_000_000,
    entries: Array.from({ length: 10_000 }, (_, n) => ({ path: `file ${n}.txt`, size: 10_000, modified: 0 })),
  },
} as const satisfies Record<string, OfferView>;

export type FakeModel = { readonly [K in keyof Model]: Model[K] extends { value: infer T } ? Signal<T> : Model[K] } & {
  readonly calls: unknown[][];
};

/** A model whose signals can be set from a console and whose calls are only written down. */
export function fakeModel(over: {
  connection?: Connection;
  canTransfer?: boolean;
  devices?: readonly Device[];
  transfers?: readonly TransferView[];
  offers?: readonly OfferView[];
}): FakeModel {
  const calls: unknown[][] = [];
  const note =
    (name: string) =>
    (...values: unknown[]): void =>
      void calls.push([name, ...values]);
  const saved =
    (name: string) =>
    async (...values: unknown[]) => {
      calls.push([name, ...values]);
      return 'saved' as const;
    };
  const ownName = signal('Brave Crane');
  const offers = signal(over.offers ?? []);
  const transfers = signal(over.transfers ?? []);
  const connection = signal<Connection>(over.connection ?? 'online');
  const answer =
    (name: string) =>
    (offer: TransferKey, ...values: unknown[]): void => {
      calls.push([name, offer, ...values]);
      offers.value = offers.value.filter((other) => other.key !== offer);
    };
  return {
    calls,
    connection,
    canTransfer: over.canTransfer ?? true,
    router: signal(connection.value === 'connecting' ? undefined : { id: 'r1', name: 'East Gym' }),
    ownName,
    ownKind: 'phone',
    devices: signal(over.devices ?? DEVICES),
    transfers,
    offers,
    rename(name) {
      ownName.value = name;
    },
    send: (files, to) => calls.push(['send', files.map((file) => file.path), [...to]]),
    accept: answer('accept'),
    decline: answer('decline'),
    pause: note('pause'),
    resume: note('resume'),
    cancel: note('cancel'),
    async attach(key, files) {
      calls.push(['attach', key, files.map((file) => file.path)]);
      return 'none';
    },
    async reopen(key) {
      calls.push(['reopen', key]);
      return 'denied';
    },
    dismiss(gone) {
      transfers.value = transfers.value.filter((transfer) => transfer.key !== gone);
    },
    retry: note('retry'),
    savableFiles: async () =>
      Array.from({ length: 250 }, (_, index) => ({ index, path: `写真/海岸/IMG_${index}.JPG`, size: 620_000 })),
    saveFile: saved('saveFile'),
    saveAll: saved('saveAll'),
    saveToFolder: saved('saveToFolder'),
    takeOver() {
      connection.value = 'online';
    },
  };
}

const T = TRANSFERS;
export const STATES: Record<string, () => FakeModel> = {
  empty: () => fakeModel({ devices: [] }),
  devices: () => fakeModel({}),
  busy: () => fakeModel({ transfers: [T.sending, T.receiving, T.waiting] }),
  offer: () => fakeModel({ offers: [OFFERS.many, OFFERS.one] }),
  offer1: () => fakeModel({ offers: [OFFERS.one] }),
  thousands: () => fakeModel({ offers: [OFFERS.thousands] }),
  saved: () => fakeModel({ transfers: [T.saved, T.savedMany, T.sent] }),
  failed: () => fakeModel({ transfers: [T.failed, T.interrupted, T.declined, T.cancelled] }),
  again: () => fakeModel({ transfers: [T.reopen, T.missing] }),
  connecting: () => fakeModel({ connection: 'connecting', devices: [] }),
  offline: () => fakeModel({ connection: 'offline', devices: [] }),
  reconnecting: () => fakeModel({ connection: 'reconnecting', transfers: [T.sending] }),
  outdated: () => fakeModel({ connection: 'outdated', transfers: [T.saved] }),
  replaced: () => fakeModel({ connection: 'replaced' }),
  cannot: () => fakeModel({ canTransfer: false }),
};
