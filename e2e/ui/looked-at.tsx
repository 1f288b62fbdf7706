/** Received files that are looked at in ways of their own (`contents.tsx` has what is in them), and what went to and fro. */
import type { TransferKey, TransferView } from '../../src/transfer/view.ts';
import { ITO, NOT_ITO } from './acquaintances.tsx';
import { at, received, TRANSFERS } from './transfers.tsx';

export const LOOKED_AT: readonly TransferView[] = [
  received('film', 'the water at the bridge.webm', 424),
  received('sound', 'お知らせ.wav', 844),
  received('broken', 'IMG_0007.MP4', 44),
  received('heic', 'IMG_0008.HEIC', 2_100_000),
  received('zip', '東体育館の写真.zip', 9_600_000),
  received('table', '名簿.xlsx', 18_400),
];

const T = TRANSFERS;
const WITH_ITO = { peer: ITO, peerName: 'Blue Fox' } as const;
const kept = (day: number, hour: number, more: object = {}) => ({
  kept: { at: at(day, hour), handedOver: [], elsewhere: [], ...more },
});
const named = (key: string) => ({ ...WITH_ITO, key: key as TransferKey });

/** What went between the owner of this device and Ito, newest first as the engine has it. */
export const BETWEEN: readonly TransferView[] = [
  { ...T.waiting, ...named('ringing'), begunAt: at(12, 11) },
  { ...T.sending, ...named('under-way'), begunAt: at(12, 10) },
  { ...T.failed, ...named('failed'), begunAt: at(12, 9) },
  { ...T.savedPhotos, ...named('photos'), ...kept(12, 8) },
  { ...T.sent, ...named('sent'), begunAt: at(11, 18) },
  { ...T.saved, ...named('notice'), ...kept(11, 9, { elsewhere: [[0, 0]] }) },
  { ...received('one-photo', 'IMG_0099.JPG', 2_100_000), ...WITH_ITO, ...kept(10, 9, { isHidden: true }) },
  { ...T.declined, ...named('of-another'), peer: NOT_ITO },
];
/** More than is shown at first. */
export const LONG_BETWEEN: readonly TransferView[] = Array.from({ length: 45 }, (_, n) => ({
  ...received(`page-${n}`, `page ${45 - n}.txt`, 2_000),
  ...WITH_ITO,
  ...kept(9, 12, { at: at(9, 12) - n * 60_000 }),
}));
