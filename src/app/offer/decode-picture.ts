/** Small pictures of an offer, decoded by its receiver, who trusts neither their form nor their size. */
import { MAX_PICTURE_SIDE } from '../../protocol/limits.ts';
import { previewOf } from '../preview/preview.ts';
import { thumbnail } from '../preview/thumbnails.ts';

/** Its pixels, or `undefined` when it is no JPEG of the size that one may have. `signal` gives it up. */
export async function decodePicture(
  jpeg: Uint8Array<ArrayBuffer>,
  signal: AbortSignal,
): Promise<ImageBitmap | undefined> {
  const preview = previewOf(jpeg, true);
  if (preview.kind !== 'image' || preview.type !== 'image/jpeg' || preview.size === undefined) return undefined;
  if (Math.max(preview.size.width, preview.size.height) > MAX_PICTURE_SIDE) return undefined;
  return thumbnail(async () => new Blob([jpeg]), MAX_PICTURE_SIDE, signal, 'whole');
}
