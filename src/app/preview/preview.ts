/**
 * How a received file may be shown inside the app. Only its bytes decide, never its name or its sender's words:
 * anything that is not certainly a picture, a film, a sound, a zip or a PDF is shown as text at most, so nothing in a file
 * is ever obeyed.
 */
import { ascii, isAt } from './bytes.ts';
import { type ImageSize, imageSize } from './image-size.ts';
import type { ImageType } from './image-type.ts';
import { type MediaType, mediaType } from './media.ts';
import { type Encoding, encodingOf } from './text-encoding.ts';

export type Preview =
  /** `size` is absent when these bytes do not contain it. */
  | { readonly kind: 'image'; readonly type: ImageType; readonly size?: ImageSize }
  | { readonly kind: 'media'; readonly type: MediaType }
  | { readonly kind: 'pdf' }
  /** Documents and apps are zips as well: its names tell. */
  | { readonly kind: 'zip' }
  | { readonly kind: 'text'; readonly encoding: Encoding }
  | { readonly kind: 'none' };

/** How much of the beginning of a file is read, in bytes. In a JPEG the size comes after the camera's small picture. */
export const HEAD_BYTES = 512 * 1024;

const PNG = [0x89, ...ascii('PNG\r\n\x1a\n')];
const JPEG = [0xff, 0xd8, 0xff];
/** Lengths of the header after a BMP's first 14 bytes, in its versions. */
const BMP_HEADERS: readonly (number | undefined)[] = [12, 40, 52, 56, 64, 108, 124];
/** Brands of ISO base media files (ISO/IEC 23008-12, AV1 Image File Format) that hold a still picture. */
const BRANDS: Readonly<Record<string, ImageType>> = {
  avif: 'image/avif',
  heic: 'image/heic',
  avis: 'image/avif',
  heix: 'image/heic',
  heim: 'image/heic',
  heis: 'image/heic',
  hevc: 'image/heic',
  hevx: 'image/heic',
};
/** Brands that say only that there is a picture, or several: which kind, one of those behind them says. */
const ANY_PICTURE = ['mif1', 'msf1'];

/** More brands than this, in bytes, no camera writes. */
const MAX_FTYP_BYTES = 256;

/** Decides by the first bytes of a file, at least `HEAD_BYTES` of them or all (`isWhole`). */
export function previewOf(head: Uint8Array, isWhole: boolean): Preview {
  const type = imageType(head);
  if (type !== undefined) {
    const size = imageSize(head, type);
    return size === undefined ? { kind: 'image', type } : { kind: 'image', type, size };
  }
  if (isAt(head, 0, ascii('%PDF-'))) return { kind: 'pdf' };
  const media = mediaType(head);
  if (media !== undefined) return { kind: 'media', type: media };
  // A file in it comes first, or, when there is none, its end.
  if (isAt(head, 0, [...ascii('PK'), 3, 4]) || isAt(head, 0, [...ascii('PK'), 5, 6])) return { kind: 'zip' };
  const encoding = encodingOf(head, isWhole);
  return encoding === undefined ? { kind: 'none' } : { kind: 'text', encoding };
}

function imageType(head: Uint8Array): ImageType | undefined {
  if (isAt(head, 0, PNG)) return 'image/png';
  if (isAt(head, 0, JPEG)) return 'image/jpeg';
  if (isAt(head, 0, ascii('GIF87a')) || isAt(head, 0, ascii('GIF89a'))) return 'image/gif';
  if (isAt(head, 0, ascii('RIFF')) && isAt(head, 8, ascii('WEBP'))) return 'image/webp';
  if (isAt(head, 0, ascii('BM')) && isAt(head, 6, [0, 0, 0, 0]) && BMP_HEADERS.includes(head[14])) return 'image/bmp';
  return isAt(head, 4, ascii('ftyp')) ? pictureOf(head) : undefined;
}

/** Four letters for each brand: the first one, then a version, then those with which it is compatible. */
function pictureOf(head: Uint8Array): ImageType | undefined {
  const size = new DataView(head.buffer, head.byteOffset, head.byteLength).getUint32(0);
  const brands = String.fromCharCode(...head.subarray(8, Math.min(size, MAX_FTYP_BYTES))).match(/.{4}/gsu) ?? [];
  const [first = '', , ...others] = brands;
  if (!ANY_PICTURE.includes(first)) return BRANDS[first];
  return others.map((brand) => BRANDS[brand]).find((type) => type !== undefined) ?? 'image/heic';
}
