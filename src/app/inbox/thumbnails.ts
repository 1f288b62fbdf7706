/** Makes small pictures of received ones, one at a time and only of those that can be decoded without harm. */
import { MAX_THUMBNAIL_PIXELS, pixels } from '../preview/image-size.ts';
import { HEAD_BYTES, previewOf } from '../preview/preview.ts';

/** Largest file of which a small picture is made unasked, in bytes. */
const MAX_FILE_BYTES = 30_000_000;

/** The tail of the line: two large photos decoded at once would be too much for a small phone. */
let line: Promise<unknown> = Promise.resolve();

/**
 * A square picture `size` pixels wide, cut from the middle; `undefined` for what is no picture, or one that is too
 * large, or whose size is not known. `signal` takes it out of the line.
 */
export function thumbnail(
  read: () => Promise<Blob | undefined>,
  size: number,
  signal: AbortSignal,
): Promise<ImageBitmap | undefined> {
  const made = line.then(async () => (signal.aborted ? undefined : make(await read(), size)));
  line = made.catch(() => {});
  return made.catch(() => undefined); // what does not decode has no picture
}

async function make(blob: Blob | undefined, size: number): Promise<ImageBitmap | undefined> {
  if (blob === undefined || blob.size > MAX_FILE_BYTES) return undefined;
  const head = new Uint8Array(await blob.slice(0, HEAD_BYTES).arrayBuffer());
  const preview = previewOf(head, blob.size <= HEAD_BYTES);
  if (preview.kind !== 'image' || preview.size === undefined) return undefined;
  const { width, height } = preview.size;
  if (width === 0 || height === 0 || pixels(preview.size) > MAX_THUMBNAIL_PIXELS) return undefined;
  const whole = await createImageBitmap(blob.slice(0, blob.size, preview.type));
  try {
    // A photo may be stored lying on its side, so only the decoded picture says what is up.
    const side = Math.min(whole.width, whole.height);
    const [left, top] = [(whole.width - side) / 2, (whole.height - side) / 2];
    return await createImageBitmap(whole, left, top, side, side, {
      resizeWidth: size,
      resizeHeight: size,
      resizeQuality: 'medium',
    });
  } finally {
    whole.close();
  }
}
