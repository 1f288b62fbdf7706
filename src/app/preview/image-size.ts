/**
 * Width and height of a picture, read from its first bytes without decoding it: a file of a kilobyte can claim a
 * picture of gigabytes, and decoding that would end the page, again on every visit. What counts is the memory that a
 * decoder takes, which does not always follow the header; a picture that two decoders may read differently has no known
 * size.
 */
import type { ImageType } from './image-type.ts';

/** In pixels. */
export type ImageSize = { readonly width: number; readonly height: number };

/** Largest picture that is shown, in pixels: 400 MB of memory once decoded. Cameras of phones make up to 50 million by default. */
const MAX_SHOWN_PIXELS = 100_000_000;
/**
 * Largest picture of which a small one is made without a request, in pixels: it must first be decoded whole, into 100
 * MB of memory.
 */
export const MAX_THUMBNAIL_PIXELS = 25_000_000;

/** A picture of this size is shown `unasked`, only when a person `asks`, or `never`. */
export function showing(size: ImageSize | undefined): 'unasked' | 'asks' | 'never' {
  // Its decoder may need any amount of memory, and opening a file must not end the page.
  if (size === undefined) return 'asks';
  return pixels(size) > MAX_SHOWN_PIXELS ? 'never' : 'unasked';
}

export const pixels = ({ width, height }: ImageSize): number => width * height;

/** The size, or `undefined` when `head` does not contain it or the format hides it too deep (AVIF, HEIC). */
export function imageSize(head: Uint8Array, type: ImageType): ImageSize | undefined {
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  try {
    return read(view, type);
  } catch (error) {
    if (error instanceof RangeError) return undefined; // truncated
    throw error;
  }
}

function read(view: DataView, type: ImageType): ImageSize | undefined {
  switch (type) {
    case 'image/png': // the IHDR chunk comes first (PNG, section 5.6)
      if (view.getUint32(12) !== 0x49484452) return undefined;
      return { width: view.getUint32(16), height: view.getUint32(20) };
    case 'image/gif':
      return gifSize(view);
    case 'image/bmp':
      if (view.getUint32(14, true) === 12) return { width: view.getUint16(18, true), height: view.getUint16(20, true) };
      // A negative height means that the rows come from top to bottom.
      return { width: Math.abs(view.getInt32(18, true)), height: Math.abs(view.getInt32(22, true)) };
    case 'image/webp':
      return webpSize(view);
    case 'image/jpeg':
      return jpegSize(view);
    default:
      return undefined;
  }
}

const larger = (one: ImageSize, other: ImageSize): ImageSize => ({
  width: Math.max(one.width, other.width),
  height: Math.max(one.height, other.height),
});

/**
 * Browsers grow the screen of a GIF to its first frame (GIF89a, sections 18 and 20): 35 bytes with a screen of one
 * pixel can take 2 GB. Later frames are cut to the screen.
 */
function gifSize(view: DataView): ImageSize | undefined {
  const table = (flags: number): number => (flags & 0x80 ? 3 << ((flags & 7) + 1) : 0);
  const screen = { width: view.getUint16(6, true), height: view.getUint16(8, true) };
  for (let at = 13 + table(view.getUint8(10)); ; ) {
    const block = view.getUint8(at);
    if (block === 0x2c) {
      const width = view.getUint16(at + 1, true) + view.getUint16(at + 5, true);
      return larger(screen, { width, height: view.getUint16(at + 3, true) + view.getUint16(at + 7, true) });
    }
    if (block !== 0x21) return undefined;
    at += 2; // an extension and its kind; then blocks, each with its length, until an empty one
    for (let length = view.getUint8(at); ; length = view.getUint8(at)) {
      at += 1 + length;
      if (length === 0) break;
    }
  }
}

const VP8X = 0x56503858;
const VP8L = 0x5650384c;
const VP8 = 0x56503820;
const ANMF = 0x414e4d46;

/**
 * RFC 9649. An extended file (VP8X) states the size of its canvas and holds pictures that state their own; the larger
 * counts. Only the first picture matters: in an animation the others are drawn into the canvas.
 */
function webpSize(view: DataView): ImageSize | undefined {
  let canvas: ImageSize = { width: 0, height: 0 };
  for (let at = 12; ; ) {
    const body = at + 8;
    switch (view.getUint32(at)) {
      case VP8X:
        canvas = { width: 1 + uint24(view, body + 4), height: 1 + uint24(view, body + 7) };
        break;
      case ANMF: // the frame's own size, then its chunks
        canvas = larger(canvas, { width: 1 + uint24(view, body + 6), height: 1 + uint24(view, body + 9) });
        at += 8 + 16;
        continue;
      case VP8L: {
        const bits = view.getUint32(body + 1, true);
        return larger(canvas, { width: 1 + (bits & 0x3fff), height: 1 + ((bits >>> 14) & 0x3fff) });
      }
      case VP8: // 14 bits each; the upper two are a scale that decoders ignore
        return larger(canvas, {
          width: view.getUint16(body + 6, true) & 0x3fff,
          height: view.getUint16(body + 8, true) & 0x3fff,
        });
    }
    const length = view.getUint32(at + 4, true);
    at = body + length + (length & 1);
  }
}

const uint24 = (view: DataView, at: number): number => view.getUint16(at, true) | (view.getUint8(at + 2) << 16);

/** Walks the segments of a JPEG to the start of its frame (ITU T.81, section B.2.2), as decoders walk them. */
function jpegSize(view: DataView): ImageSize | undefined {
  for (let at = 2; ; ) {
    if (view.getUint8(at) !== 0xff) return undefined;
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) {
      at += 1; // fill byte
      continue;
    }
    // SOF0 to SOF15, without the tables among them: DHT, JPG, DAC.
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    if (isFrame) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    // Tables, comments and application data have a length. A marker without one, or without a meaning before the frame,
    // lets one decoder read on where another gives up.
    const hasLength = marker === 0xc4 || marker === 0xcc || (marker > 0xda && marker <= 0xfe);
    if (!hasLength) return undefined;
    at += 2 + view.getUint16(at + 2);
  }
}
