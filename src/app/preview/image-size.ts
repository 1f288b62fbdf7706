/**
 * Width and height of a picture, read from its first bytes without decoding it: a file of a kilobyte can claim a
 * picture of gigabytes, and decoding that would end the page, again on every visit.
 */
import type { ImageType } from './preview.ts';

/** In pixels. */
export type ImageSize = { readonly width: number; readonly height: number };

/** Largest picture that is shown, in pixels: 400 MB of memory once decoded. Cameras of phones make up to 50 million by default. */
export const MAX_SHOWN_PIXELS = 100_000_000;
/** Largest picture of which a small one is made unasked, in pixels. */
export const MAX_THUMBNAIL_PIXELS = 50_000_000;

/** Whether a picture of this size is shown `unasked`, when a person `asks` for it, or `never`. */
export function showing(size: ImageSize | undefined): 'unasked' | 'asks' | 'never' {
  // Its decoder may need any amount of memory: no page is to end for having been opened.
  if (size === undefined) return 'asks';
  return pixels(size) > MAX_SHOWN_PIXELS ? 'never' : 'unasked';
}

export const pixels = ({ width, height }: ImageSize): number => width * height;

/** The size, or `undefined` where `head` does not hold it or the format hides it too deep (AVIF, HEIC). */
export function imageSize(head: Uint8Array, type: ImageType): ImageSize | undefined {
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  try {
    return read(view, type);
  } catch (error) {
    if (error instanceof RangeError) return undefined; // cut off
    throw error;
  }
}

function read(view: DataView, type: ImageType): ImageSize | undefined {
  switch (type) {
    case 'image/png': // the IHDR chunk comes first (PNG, section 5.6)
      return { width: view.getUint32(16), height: view.getUint32(20) };
    case 'image/gif':
      return { width: view.getUint16(6, true), height: view.getUint16(8, true) };
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

/** RFC 9649: the three kinds of a WebP file say their size each in its own way. */
function webpSize(view: DataView): ImageSize | undefined {
  switch (view.getUint32(12)) {
    case 0x56503858: // VP8X
      return { width: 1 + uint24(view, 24), height: 1 + uint24(view, 27) };
    case 0x5650384c: {
      const bits = view.getUint32(21, true); // VP8L
      return { width: 1 + (bits & 0x3fff), height: 1 + ((bits >>> 14) & 0x3fff) };
    }
    case 0x56503820: // "VP8 ": 14 bits each; the two above are a scale that decoders ignore
      return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
    default:
      return undefined;
  }
}

const uint24 = (view: DataView, at: number): number => view.getUint16(at, true) | (view.getUint8(at + 2) << 16);

/** Walks the segments of a JPEG to the start of its frame (ITU T.81, section B.2.2). */
function jpegSize(view: DataView): ImageSize | undefined {
  for (let at = 2; ; ) {
    if (view.getUint8(at) !== 0xff) return undefined;
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) {
      at += 1; // fill byte
      continue;
    }
    // SOF0 to SOF15 but for the tables that stand among them: DHT, JPG, DAC.
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    if (isFrame) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    at += 2 + view.getUint16(at + 2);
  }
}
