/** Received files that are looked at in ways of their own; `contents.tsx` has what is in them. */
import type { TransferView } from '../../src/transfer/view.ts';
import { received } from './transfers.tsx';

export const LOOKED_AT: readonly TransferView[] = [
  received('film', 'the water at the bridge.webm', 424),
  received('sound', 'お知らせ.wav', 844),
  received('broken', 'IMG_0007.MP4', 44),
  received('heic', 'IMG_0008.HEIC', 2_100_000),
  received('zip', '東体育館の写真.zip', 9_600_000),
  received('table', '名簿.xlsx', 18_400),
];
