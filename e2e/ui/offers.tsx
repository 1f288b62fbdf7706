/** Offers that are worth looking at, as values. */
import type { DeviceId } from '../../src/protocol/signaling.ts';
import type { OfferView, TransferKey } from '../../src/transfer/view.ts';

const key = (name: string): TransferKey => name as TransferKey;

const photo = (n: number) => ({ path: `Photos/2031/IMG_${2000 + n}.JPG`, size: 2_400_000 + n * 137, modified: 0 });

/** Not in a folder. */
const single = (n: number) => ({ ...photo(n), path: `IMG_${2000 + n}.JPG` });

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
  /** Thirty photos of somebody who has sent something before. */
  photos: {
    key: key('o4'),
    isKnown: true,
    peer: 'a' as DeviceId,
    peerName: 'Hana’s phone',
    totalBytes: 84_000_000,
    entries: Array.from({ length: 30 }, (_, n) => single(n)),
    pictures: true,
    note: 'The lists on the wall of the gym, all of them. Please give them to the desk.',
    isSilent: false,
  },
  /** Of a stranger. */
  mixed: {
    key: key('o5'),
    isKnown: false,
    peer: 'd' as DeviceId,
    peerName: 'Quiet Maple with a name as long as names',
    totalBytes: 15_900_000,
    entries: [
      single(1),
      { path: '避難所の地図.pdf', size: 12_800_000, modified: 0 },
      { path: 'people.xlsx', size: 300_000, modified: 0 },
    ],
    pictures: true,
    isSilent: false,
  },
  photo: {
    key: key('o6'),
    isKnown: true,
    peer: 'b' as DeviceId,
    peerName: '受付のパソコン',
    totalBytes: 2_800_000,
    entries: [single(2)],
    pictures: true,
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
