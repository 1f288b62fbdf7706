/**
 * How a received file may be shown inside the app. Only its bytes decide, never its name or its sender's words:
 * anything that is not certainly a picture or a PDF is shown as text at most, so nothing in a file is ever obeyed.
 */
import { type ImageSize, imageSize } from './image-size.ts';
import type { ImageType } from './image-type.ts';
import { type Encoding, encodingOf } from './text-encoding.ts';

export type Preview =
  /** `size` is absent when these bytes do not contain it. */
  | { readonly kind: 'image'; readonly type: ImageType; readonly size?: ImageSize }
  | { readonly kind: 'pdf' }
  | { readonly kind: 'text'; readonly encoding: Encoding }
  | { readonly kind: 'none' };

/** How much of the beginning of a file is read, in bytes. In a JPEG the size comes after the camera's small picture. */
export const HEAD_BYTES = 512 * 1024;

const ASCII = (text: string): readonly number[] => [...text].map((character) => character.charCodeAt(0));
const PNG = [0x89, ...ASCII('PNG\r\n\x1a\n')];
const JPEG = [0xff, 0xd8, 0xff];
/** Lengths of the header after a BMP's first 14 bytes, in its versions. */
const BMP_HEADERS: readonly (number | undefined)[] = [12, 40, 52, 56, 64, 108, 124];
/** Brands of ISO base media files (ISO/IEC 23008-12, AV1 Image File Format) that hold one still picture. */
const BRANDS: Readonly<Record<string, ImageType>> = {
  avif: 'image/avif',
  heic: 'image/heic',
  heix: 'image/heic',
  mif1: 'image/heic',
};

/** Decides by the first bytes of a file, at least `HEAD_BYTES` of them or all (`isWhole`). */
export function previewOf(head: Uint8Array, isWhole: boolean): Preview {
  const type = imageType(head);
  if (type !== undefined) {
    const size = imageSize(head, type);
    return size === undefined ? { kind: 'image', type } : { kind: 'image', type, size };
  }
  if (isAt(head, 0, ASCII('%PDF-'))) return { kind: 'pdf' };
  const encoding = encodingOf(head, isWhole);
  return encoding === undefined ? { kind: 'none' } : { kind: 'text', encoding };
}

function imageType(head: Uint8Array): ImageType | undefined {
  if (isAt(head, 0, PNG)) return 'image/png';
  if (isAt(head, 0, JPEG)) return 'image/jpeg';
  if (isAt(head, 0, ASCII('GIF87a')) || isAt(head, 0, ASCII('GIF89a'))) return 'image/gif';
  if (isAt(head, 0, ASCII('RIFF')) && isAt(head, 8, ASCII('WEBP'))) return 'image/webp';
  if (isAt(head, 0, ASCII('BM')) && isAt(head, 6, [0, 0, 0, 0]) && BMP_HEADERS.includes(head[14])) return 'image/bmp';
  if (isAt(head, 4, ASCII('ftyp'))) return BRANDS[String.fromCharCode(...head.subarray(8, 12))];
  return undefined;
}

function isAt(bytes: Uint8Array, offset: number, expected: readonly number[]): boolean {
  return expected.every((byte, index) => bytes[offset + index] === byte);
}
