/** Makes small pictures of received ones, and of those to be sent, one at a time and only those that can be decoded without harm. */
import type { Cut } from '../../engine/squares/square.ts';
import { decodeSmall, endDecoder } from './decoder.ts';
import { headOf } from './head.ts';
import { MAX_THUMBNAIL_PIXELS, pixels } from './image-size.ts';
import { HEAD_BYTES, previewOf } from './preview.ts';

/** Largest file of which a small picture is made without a request, in bytes. */
const MAX_FILE_BYTES = 30_000_000;

/** The end of the queue: two large photos decoded at once would be too much for a small phone. */
let line: Promise<unknown> = Promise.resolve();
let waiting = 0;

/**
 * A square picture `size` pixels wide, cut from the middle, or the `whole` within that size; `undefined` for a file that is no picture, is too large, or
 * has no known size. `signal` removes it from the queue.
 */
export function thumbnail(
  read: () => Promise<Blob | undefined>,
  size: number,
  signal: AbortSignal,
  cut: Cut = 'square',
): Promise<ImageBitmap | undefined> {
  waiting += 1;
  const made = line
    .then(async () => (signal.aborted ? undefined : make(await read(), size, cut)))
    .catch(() => undefined) // a file that does not decode has no picture
    .finally(() => {
      waiting -= 1;
      if (waiting === 0) endDecoder();
    });
  line = made;
  return made;
}

async function make(blob: Blob | undefined, size: number, cut: Cut): Promise<ImageBitmap | undefined> {
  if (blob === undefined || blob.size > MAX_FILE_BYTES) return undefined;
  const head = await headOf(blob);
  const preview = previewOf(head, blob.size <= HEAD_BYTES);
  if (preview.kind !== 'image' || preview.size === undefined) return undefined;
  const { width, height } = preview.size;
  if (width === 0 || height === 0 || pixels(preview.size) > MAX_THUMBNAIL_PIXELS) return undefined;
  return decodeSmall(blob.slice(0, blob.size, preview.type), size, cut);
}
