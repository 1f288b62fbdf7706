/** The states of the app that are worth looking at, as values; no network behind them. */
import { type Signal, signal } from '@preact/signals';
import type { Arrival } from '../../src/app/arrivals/arrival.ts';
import type { Share } from '../../src/app/arrivals/shares.ts';
import type { SiteData } from '../../src/app/device/site-data.ts';
import type { Connection, Model, SavableFile, StorageState, WhyOffline } from '../../src/app/model/model.ts';
import type { Listed } from '../../src/app/model/presence.ts';
import type { Shell } from '../../src/app/shell/shell.ts';
import type { Device, DeviceId, DeviceKind } from '../../src/protocol/signaling.ts';
import type { Kept, OfferView, TransferKey, TransferView } from '../../src/transfer/view.ts';

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

const BASE = { peer: 'a' as DeviceId, peerName: 'Hana’s phone', verified: false, contents: 'named' } as const;
const key = (name: string): TransferKey => name as TransferKey;

/** Local time in fixed days before the pictures are taken, because the screens show dates. */
const at = (day: number, hour: number): number => new Date(2031, 2, day, hour, 24).getTime();

export const TRANSFERS = {
  waiting: {
    ...BASE,
    key: key('1'),
    phase: 'waiting',
    step: 'ringing',
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
  savedPhotos: {
    ...BASE,
    key: key('13'),
    phase: 'saved',
    direction: 'receiving',
    title: 'IMG_2041.JPG',
    contents: 'photos',
    files: 30,
    totalBytes: 91_000_000,
    storedBytes: 91_000_000,
    verified: true,
    path: 'direct',
  },
  sent: {
    ...BASE,
    key: key('6'),
    phase: 'sent',
    direction: 'sending',
    title: 'IMG_2041.JPG',
    contents: 'photos',
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

/** A received transfer as the inbox lists it. */
const received = (
  name: string,
  title: string,
  totalBytes: number,
  more: Partial<TransferView> & { readonly files?: number; readonly kept?: TransferView['kept'] } = {},
): TransferView => ({
  ...BASE,
  key: key(name),
  phase: 'saved',
  direction: 'receiving',
  title,
  files: more.files ?? 1,
  totalBytes,
  storedBytes: totalBytes,
  verified: true,
  peerName: more.peerName ?? BASE.peerName,
  kept: more.kept ?? { at: at(11, 15), handedOver: [], elsewhere: [] },
});

export const INBOX: readonly TransferView[] = [
  received('photo', 'IMG_2041.JPG', 3_120_000, { kept: { at: at(12, 9), handedOver: [], elsewhere: [] } }),
  received('list', '避難者名簿.csv', 18_400, {
    peerName: '受付のパソコン',
    kept: { at: at(12, 8), handedOver: [[0, 0]], elsewhere: [[0, 0]] },
  }),
  received('photos', '写真', 124_000_000, {
    files: 250,
    kept: {
      at: at(11, 18),
      handedOver: [
        [0, 1],
        [4, 4],
      ],
      elsewhere: [],
    },
  }),
  received('notice', 'notice of the water supply for the whole east side.pdf', 820_000, {
    kept: { at: at(11, 17), handedOver: [[0, 0]], elsewhere: [] },
  }),
  received('page', 'evil.html', 310),
  received('override', 'party\u202egpj.exe', 1200, { peerName: 'Calm Otter' }),
  received('gone', '先週の写真.zip', 42_000_000, {
    kept: { at: at(10, 9), handedOver: [], elsewhere: [], deleted: { ms: 3_600_000, seenAt: at(12, 9) } },
  }),
  {
    ...TRANSFERS.interrupted,
    key: key('half'),
    kept: { at: at(11, 12), handedOver: [], elsewhere: [], goesAt: at(18, 12) },
  },
];

const manyTransfers = Array.from({ length: 300 }, (_, n) =>
  received(`n${n}`, `IMG_${2000 + n}.JPG`, 2_400_000 + n * 137, {
    kept: { at: at(12, 9) - n * 60_000, handedOver: [], elsewhere: [] },
  }),
);

const LIST =
  '氏名,年齢,場所,備考\r\n山田太郎,42,体育館 A,薬あり\r\n佐藤花子,67,教室 2-1,\r\n鈴木一郎,8,体育館 B,アレルギー（卵）\r\n';

/** A picture with something to see in it. */
async function picture(): Promise<Blob> {
  const canvas = new OffscreenCanvas(1200, 900);
  const context = canvas.getContext('2d');
  if (!context) return new Blob();
  const sky = context.createLinearGradient(0, 0, 0, 900);
  for (const [stop, colour] of [
    [0, '#7fb2d9'],
    [0.55, '#f2d9b8'],
    [0.56, '#3c6e63'],
    [1, '#1d3b36'],
  ] as const)
    sky.addColorStop(stop, colour);
  context.fillStyle = sky;
  context.fillRect(0, 0, 1200, 900);
  context.fillStyle = '#fff8e8';
  context.beginPath();
  context.arc(860, 300, 90, 0, 7);
  context.fill();
  return canvas.convertToBlob({ type: 'image/jpeg' });
}

const CONTENTS: Readonly<Record<string, () => Promise<Blob>>> = {
  list: async () => new Blob([LIST]),
  notice: async () => new Blob(['%PDF-1.4']),
  page: async () => new Blob(['<!doctype html>\n<script>document.title = "owned"; alert("owned")</script>\n']),
  override: async () => new Blob([Uint8Array.of(0x4d, 0x5a, 0, 1, 2, 3)]),
};

/** The files in each of these transfers; a folder of photos unless listed here. */
function filesOf(transfers: readonly TransferView[], of: TransferKey): readonly SavableFile[] {
  const transfer = transfers.find(({ key: other }) => other === of);
  if (transfer?.title === 'Thousands')
    return Array.from({ length: 10_000 }, (_, index) => ({ index, path: `${index}.jpg`, size: 620_000 }));
  if (transfer?.files === 1) return [{ index: 0, path: transfer.title, size: transfer.totalBytes }];
  return Array.from({ length: 250 }, (_, index) => ({ index, path: `写真/海岸/IMG_${index}.JPG`, size: 620_000 }));
}

const photo = (n: number) => ({ path: `Photos/2031/IMG_${2000 + n}.JPG`, size: 2_400_000 + n * 137, modified: 0 });

export const OFFERS = {
  one: {
    key: key('o1'),
    isKnown: false,
    peer: 'a' as DeviceId,
    peerName: 'Hana’s phone',
    totalBytes: 12_800_000,
    entries: [{ path: '避難所の地図.pdf', size: 12_800_000, modified: 0 }],
    isSilent: false,
  },
  many: {
    key: key('o2'),
    isKnown: false,
    peer: 'b' as DeviceId,
    peerName: '受付のパソコン',
    totalBytes: 122_000_000,
    entries: [
      ...Array.from({ length: 48 }, (_, n) => photo(n)),
      { path: '名簿.xlsx', size: 184_320, modified: 0 },
      { path: 'notice of the water supply for the whole east side.pdf', size: 820_000, modified: 0 },
      { path: 'party\u202egpj.exe', size: 1200, modified: 0 },
    ],
    isSilent: false,
  },
  thousands: {
    key: key('o3'),
    isKnown: false,
    peer: 'b' as DeviceId,
    peerName: '受付のパソコン',
    totalBytes: 100_000_000,
    entries: Array.from({ length: 10_000 }, (_, n) => ({ path: `file ${n}.txt`, size: 10_000, modified: 0 })),
    isSilent: false,
  },
} as const satisfies Record<string, OfferView>;

export type FakeModel = { readonly [K in keyof Model]: Model[K] extends { value: infer T } ? Signal<T> : Model[K] } & {
  readonly calls: unknown[][];
  /** How far each offer has come with the person, as the screens reported it. */
  readonly noticed: unknown[][];
};

/** A model whose signals can be set from a console and whose calls are only recorded. */
export function fakeModel(over: {
  connection?: Connection;
  whyOffline?: WhyOffline;
  canTransfer?: boolean;
  devices?: readonly Device[];
  moreDevices?: number;
  transfers?: readonly TransferView[];
  offers?: readonly OfferView[];
  storage?: StorageState;
  isRestored?: boolean;
  isSlow?: boolean;
}): FakeModel {
  const calls: unknown[][] = [];
  const noticed: unknown[][] = [];
  const note =
    (name: string) =>
    (...values: unknown[]): void =>
      void calls.push([name, ...values]);
  /** Sets the marks that the engine would remember. */
  const mark = (of: TransferKey, marks: (it: TransferView) => Partial<Kept>): void => {
    const kept = (it: TransferView): Kept => ({ at: 0, handedOver: [], elsewhere: [], ...it.kept, ...marks(it) });
    transfers.value = transfers.value.map((it) => (it.key === of ? { ...it, kept: kept(it) } : it));
  };
  const saved =
    (name: string, into: 'handedOver' | 'elsewhere' = 'handedOver') =>
    async (of: TransferKey, ...values: unknown[]) => {
      calls.push([name, of, ...values]);
      // One file by its index, or all of them.
      const [first = 0, last = first] = typeof values[0] === 'number' ? [values[0]] : [0, 1e6];
      mark(of, (it) => ({ [into]: [[first, Math.min(last, it.files - 1)]] }));
      return into === 'elsewhere' ? ('saved' as const) : ('handed' as const);
    };
  /** A zip of many gigabytes. */
  const untilStopped = (stop?: AbortSignal) =>
    new Promise<'aborted'>((resolve) => {
      calls.push(['saveAll']);
      stop?.addEventListener('abort', () => {
        calls.push(['stopped']);
        resolve('aborted');
      });
    });
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
    noticed,
    connection,
    whyOffline: signal(connection.value === 'offline' ? (over.whyOffline ?? 'none') : undefined),
    canTransfer: over.canTransfer ?? true,
    router: signal(connection.value === 'connecting' ? undefined : { id: 'r1', name: 'East Gym' }),
    ownId: signal<DeviceId | undefined>('own' as DeviceId),
    ownName,
    ownKind: 'phone',
    devices: signal<readonly Listed[]>(over.devices ?? DEVICES),
    moreDevices: signal(over.moreDevices ?? 0),
    transfers,
    isRestored: signal(over.isRestored ?? true),
    offers,
    rename(name) {
      ownName.value = name;
    },
    hold: () => {},
    send: (files, to) => calls.push(['send', files.map((file) => file.path), [...to]]),
    accept: answer('accept'),
    notice: (...values) => void noticed.push(values),
    decline: answer('decline'),
    pause: note('pause'),
    resume: note('resume'),
    cancel(gone) {
      calls.push(['cancel', gone]);
      transfers.value = transfers.value.map((it) => (it.key === gone ? { ...it, phase: 'cancelled', by: 'me' } : it));
    },
    async attach(key, files) {
      calls.push(['attach', key, files.map((file) => file.path)]);
      return 'none';
    },
    async reopen(key) {
      calls.push(['reopen', key]);
      return 'denied';
    },
    hide(of) {
      calls.push(['hide', of]);
      if (transfers.value.find(({ key }) => key === of)?.phase === 'saved') mark(of, () => ({ isHidden: true }));
      else transfers.value = transfers.value.filter((transfer) => transfer.key !== of);
    },
    remove(of) {
      calls.push(['remove', of]);
      mark(of, () => ({ deleted: { ms: 0, seenAt: at(12, 10) } }));
    },
    restore(of) {
      calls.push(['restore', of]);
      transfers.value = transfers.value.map((it) => {
        const { deleted: _, ...kept } = it.kept ?? { at: 0, handedOver: [], elsewhere: [] };
        return it.key === of ? { ...it, kept } : it;
      });
    },
    purge(of) {
      calls.push(['purge', of]);
      transfers.value = transfers.value.filter((transfer) => transfer.key !== of);
    },
    confirm(of, files) {
      calls.push(['confirm', of, files]);
      mark(of, () => ({ elsewhere: files }));
    },
    retry: note('retry'),
    savableFiles: async (of) => filesOf(transfers.value, of),
    glance: (of) => (CONTENTS[of] ?? picture)(),
    canShare: (path) => /jpg|csv|pdf$/i.test(path),
    shareFile: async (...values) => {
      calls.push(['shareFile', ...values]);
      return 'handed';
    },
    storage: async () => over.storage,
    saveFile: saved('saveFile'),
    saveAll: (of, signal) => (over.isSlow ? untilStopped(signal) : saved('saveAll')(of)),
    saveEach: saved('saveEach'),
    saveToFolder: saved('saveToFolder', 'elsewhere'),
    takeOver() {
      connection.value = 'online';
    },
    end: note('end'),
  };
}

const T = TRANSFERS;
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
  'more-devices': () => fakeModel({ moreDevices: 60_441 }),
  dozing: () => fakeModel({ transfers: [T.sending] }),
  busy: () => fakeModel({ transfers: [T.sending, T.receiving, T.waiting] }),
  offer: () => fakeModel({ offers: [OFFERS.many, OFFERS.one] }),
  offer1: () => fakeModel({ offers: [OFFERS.one] }),
  silent: () => fakeModel({ offers: [{ ...OFFERS.one, isSilent: true }] }),
  thousands: () => fakeModel({ offers: [OFFERS.thousands] }),
  strangers: () => fakeModel({ offers: [OFFERS.thousands, OFFERS.many, OFFERS.one], transfers: [T.sending] }),
  saved: () => fakeModel({ transfers: [T.saved, T.savedMany, T.sent] }),
  photos: () => fakeModel({ transfers: [T.savedPhotos] }),
  zipping: () => fakeModel({ transfers: [T.savedMany], isSlow: true }),
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
  inboxEmpty: () => fakeModel({}),
  inboxEarly: () => fakeModel({ isRestored: false }),
  inboxMany: () =>
    fakeModel({
      transfers: [
        ...manyTransfers,
        received('thousands', 'Thousands', 6_200_000_000, {
          files: 10_000,
          kept: { at: at(12, 10), handedOver: [], elsewhere: [] },
        }),
      ],
      storage: { allowedBytes: 9_000_000_000, isPersistent: true },
    }),
  inboxFull: () => fakeModel({ transfers: INBOX, storage: { allowedBytes: 120_000_000, isPersistent: true } }),
  cannot: () => fakeModel({ canTransfer: false }),
};

const SHARE: Share = {
  from: '',
  items: [
    { kind: 'file', chosen: { path: '写真 1.jpg', file: new File(['x'.repeat(2_400_000)], '写真 1.jpg') } },
    { kind: 'text', text: { title: 'Water', text: '給水は 3 時から', url: '' } },
  ],
};

const fakeNotices = (consent: 'unknown' | 'on' | 'off', calls: unknown[][]): Shell['notices'] => ({
  consent: signal(consent),
  ask: async () => void calls.push(['ask']),
  show: async (...words) => void calls.push(['show', ...words]),
  clear: async () => {},
});

export type FakeShell = Shell & { readonly calls: unknown[][] };

/** The shell around the app: empty, unless a state needs more. Calls are only recorded. */
export function fakeShell(
  over: {
    canRenew?: boolean;
    install?: 'dialog' | 'by-hand';
    consent?: 'unknown' | 'on' | 'off';
    lastRouter?: string;
    isShareLost?: boolean;
    address?: string;
    shares?: readonly Share[];
    siteData?: SiteData;
    keepsScreenOn?: boolean;
  } = {},
): FakeShell {
  const calls: unknown[][] = [];
  const waiting = signal<readonly Arrival[]>([]);
  const shares = signal<readonly Share[]>(over.shares ?? []);
  const { lastRouter } = over;
  return {
    calls,
    canRenew: signal(over.canRenew ?? false),
    renew: () => void calls.push(['renew']),
    hasChosen: signal(false),
    isOutrun: signal(false),
    install: { way: signal(over.install), open: () => void calls.push(['install']) },
    notices: fakeNotices(over.consent ?? 'off', calls),
    address: signal(over.address ?? location.origin),
    lastRouter: signal(lastRouter === undefined ? undefined : { name: lastRouter, address: location.origin }),
    arrivals: {
      waiting,
      shares,
      useShares() {
        waiting.value = shares.value.flatMap(({ items }) => items);
        shares.value = [];
      },
      dropShares() {
        shares.value = [];
      },
      take: () => waiting.value,
      isLost: signal(over.isShareLost ?? false),
      choices: signal(0),
    },
    siteData: signal(over.siteData ?? 'kept'),
    keepsScreenOn: over.keepsScreenOn ?? true,
  };
}

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
