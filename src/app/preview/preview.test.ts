import { describe, expect, test } from 'vitest';
import { imageSize, pixels, showing } from './image-size.ts';
import { type Preview, previewOf } from './preview.ts';

const ascii = (text: string): number[] => [...Buffer.from(text, 'latin1')];
const utf8 = (text: string): number[] => [...Buffer.from(text)];
const u32 = (value: number): number[] => [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255];
const le = (value: number, bytes: number): number[] =>
  Array.from({ length: bytes }, (_, at) => (value >> (8 * at)) & 255);
const of = (bytes: readonly number[], isWhole = true): Preview => previewOf(Uint8Array.from(bytes), isWhole);

const png = (width: number, height: number) => [
  ...ascii('\x89PNG\r\n\x1a\n'),
  ...u32(13),
  ...ascii('IHDR'),
  ...u32(width),
  ...u32(height),
];
/** As a camera writes it: a segment of its own comes before the frame, with a small picture in it. */
const jpeg = (width: number, height: number) => [
  ...[0xff, 0xd8, 0xff, 0xe1, 0x00, 0x0a, ...ascii('Exif\0\0'), 0xff, 0xc0],
  ...[0xff, 0xff, 0xc4, 0x00, 0x03, 0x00],
  ...[0xff, 0xc2, 0x00, 0x11, 8, height >> 8, height & 255, width >> 8, width & 255],
];
const webp = (kind: string, ...rest: number[]) => [
  ...ascii('RIFF'),
  ...[0, 0, 0, 0],
  ...ascii('WEBP'),
  ...ascii(kind),
  ...[0, 0, 0, 0],
  ...rest,
];
const bmp = (header: number, ...size: number[]) => [...ascii('BM'), ...Array(12).fill(0), ...le(header, 4), ...size];

describe('pictures are known by their bytes, with their size', () => {
  test.each<[string, string, readonly number[]]>([
    ['png', 'image/png', png(640, 480)],
    ['jpeg', 'image/jpeg', jpeg(640, 480)],
    ['gif', 'image/gif', [...ascii('GIF89a'), ...le(640, 2), ...le(480, 2)]],
    ['lossy webp', 'image/webp', webp('VP8 ', ...[0, 0, 0, 0x9d, 0x01, 0x2a], ...le(640, 2), ...le(480, 2))],
    ['lossless webp', 'image/webp', webp('VP8L', 0x2f, ...le(639 | (479 << 14), 4))],
    ['extended webp', 'image/webp', webp('VP8X', 0, 0, 0, 0, ...le(639, 3), ...le(479, 3))],
    ['bmp', 'image/bmp', bmp(40, ...le(640, 4), ...le(480, 4))],
    ['bmp from top to bottom', 'image/bmp', bmp(124, ...le(640, 4), ...le(-480, 4))],
    ['bmp of OS/2', 'image/bmp', bmp(12, ...le(640, 2), ...le(480, 2))],
  ])('%s', (_, type, bytes) => {
    expect(of(bytes)).toEqual({ kind: 'image', type, size: { width: 640, height: 480 } });
  });

  test('what is cut off is a picture without a size', () => {
    expect(of(png(640, 480).slice(0, 18))).toEqual({ kind: 'image', type: 'image/png' });
    expect(of(jpeg(640, 480).slice(0, 25))).toEqual({ kind: 'image', type: 'image/jpeg' });
    expect(of([...u32(28), ...ascii('ftypheic')])).toEqual({ kind: 'image', type: 'image/heic' });
    expect(of([...u32(28), ...ascii('ftypavif')])).toEqual({ kind: 'image', type: 'image/avif' });
  });

  test('a jpeg that leads in circles ends', () => {
    expect(of([0xff, 0xd8, 0xff, 0xe0, 0x00, 0x00, 0x00])).toEqual({ kind: 'image', type: 'image/jpeg' });
  });

  test('a claim of gigabytes is read, not believed', () => {
    const size = imageSize(Uint8Array.from(png(60_000, 60_000)), 'image/png');
    expect(size && pixels(size)).toBe(3_600_000_000);
    expect(showing(size)).toBe('never');
  });

  test('a picture is shown unasked only when its size is known to be bearable', () => {
    expect(showing({ width: 10_000, height: 10_000 })).toBe('unasked');
    expect(showing(undefined)).toBe('asks');
  });
});

describe('what is no picture and no PDF is letters or nothing', () => {
  test.each<[string, string]>([
    ['a page', '<!doctype html><script>alert(1)</script>'],
    ['an SVG', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
    ['an SVG with a declaration', '<?xml version="1.0"?><svg/>'],
    ['a page that mentions a PDF', '<!-- %PDF-1.7 --><script>alert(1)</script>'],
    ['letters that begin like a BMP', 'BMW 3, blue, east car park'],
    ['letters that begin like a GIF', 'GIF88a'],
    ['nothing at all', ''],
  ])('%s', (_, content) => {
    expect(of(utf8(content))).toEqual({ kind: 'text', encoding: 'utf-8' });
  });

  test.each<[string, readonly number[]]>([
    ['a zip, which Excel and Word files are', ascii('PK\x03\x04\x14\x00\x06\x00')],
    ['a film', [...u32(24), ...ascii('ftypmp42'), 0, 0]],
    ['a program', ascii('\x7fELF\x02\x01\x01\x00')],
  ])('%s', (_, bytes) => {
    expect(of(bytes)).toEqual({ kind: 'none' });
  });

  test('a PDF', () => {
    expect(of(utf8('%PDF-1.4\n%\u00e2\u00e3'))).toEqual({ kind: 'pdf' });
  });
});
