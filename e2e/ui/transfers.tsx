/** Devices, transfers, offers and received files that are worth looking at, as values. */
import type { Device, DeviceId, DeviceKind } from '../../src/protocol/signaling.ts';
import type { BatchId, TransferKey, TransferView } from '../../src/transfer/view.ts';

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
export const at = (day: number, hour: number): number => new Date(2031, 2, day, hour, 24).getTime();

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

const PHASES = [
  { phase: 'sent', storedBytes: 93_000_000, verified: true },
  { phase: 'sending', storedBytes: 40_000_000, bytesPerSecond: 3_100_000, path: 'direct' },
  { phase: 'waiting', step: 'ringing', storedBytes: 0 },
  { phase: 'declined', storedBytes: 0 },
  { phase: 'interrupted', cause: 'connection-lost', storedBytes: 21_000_000 },
] as const;

/** Thirty photos for so many people, each of whom is at another point. */
export const toSeveral = (devices: readonly Device[]): readonly TransferView[] =>
  devices
    .map(
      ({ id, name }, n): TransferView => ({
        ...BASE,
        key: key(`batch-${id}`),
        batch: 'batch' as BatchId,
        direction: 'sending',
        peer: id,
        peerName: name,
        title: 'IMG_2041.JPG',
        contents: 'photos',
        dates: { from: at(11, 9), to: at(11, 16) },
        files: 30,
        totalBytes: 93_000_000,
        ...(PHASES[n % PHASES.length] ?? PHASES[0]),
      }),
    )
    .reverse();

/** As many as a shelter's hall has. */
export const CROWD: readonly Device[] = Array.from({ length: 40 }, (_, n) =>
  device(`crowd${n}`, `${['さとう', 'Mei', '高橋', 'Ravi', 'Tanaka', 'Nguyễn'][n % 6]} ${n + 1}`, 'phone'),
);

/** A received transfer as the inbox lists it. */
export const received = (
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

/** A year of photos. */
export const MANY_TRANSFERS = Array.from({ length: 300 }, (_, n) =>
  received(`n${n}`, `IMG_${2000 + n}.JPG`, 2_400_000 + n * 137, {
    kept: { at: at(12, 9) - n * 60_000, handedOver: [], elsewhere: [] },
  }),
);
