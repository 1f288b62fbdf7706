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
/** As a camera writes it: before the frame comes a segment with a small picture in it. */
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
const lossless = (width: number, height: number) => [
  ...ascii('VP8L'),
  ...le(5, 4),
  ...[0x2f, ...le((width - 1) | ((height - 1) << 14), 4), 0],
];
const extended = ([width, height]: Pair, picture: readonly number[]) =>
  webp('VP8X', 0, 0, 0, 0, ...le(width - 1, 3), ...le(height - 1, 3), ...picture).map((byte, at) =>
    at === 16 ? 10 : byte,
  );
const animated = ([width, height]: Pair, picture: readonly number[]) => [
  ...[...ascii('ANIM'), ...le(6, 4), ...Array(6).fill(0)],
  ...[...ascii('ANMF'), ...le(16 + picture.length, 4), ...Array(6).fill(0), ...le(width - 1, 3), ...le(height - 1, 3)],
  ...[0, 0, 0, 0, ...picture],
];
type Pair = readonly [width: number, height: number];
const gif = (screen: Pair, frame: Pair, { comment = '' } = {}) => [
  ...[...ascii('GIF89a'), ...le(screen[0], 2), ...le(screen[1], 2)],
  ...(comment === '' ? [0, 0, 0] : [0x80, 0, 0, ...Array(6).fill(0x2c)]),
  ...(comment === '' ? [] : [0x21, 0xfe, comment.length, ...ascii(comment), 0]),
  ...[0x2c, 0, 0, 0, 0, ...le(frame[0], 2), ...le(frame[1], 2), 0],
];
const bmp = (header: number, ...size: number[]) => [...ascii('BM'), ...Array(12).fill(0), ...le(header, 4), ...size];

describe('pictures are recognised by their bytes, with their size', () => {
  test.each<[string, string, readonly number[]]>([
    ['png', 'image/png', png(640, 480)],
    ['jpeg', 'image/jpeg', jpeg(640, 480)],
    ['gif', 'image/gif', gif([640, 480], [640, 480])],
    ['gif with a palette and a comment before its frame', 'image/gif', gif([640, 480], [10, 10], { comment: 'a' })],
    ['gif whose frame is larger than its screen', 'image/gif', gif([1, 1], [640, 480])],
    ['lossy webp', 'image/webp', webp('VP8 ', ...[0, 0, 0, 0x9d, 0x01, 0x2a], ...le(640, 2), ...le(480, 2))],
    ['lossless webp', 'image/webp', webp('VP8L', 0x2f, ...le(639 | (479 << 14), 4))],
    ['extended webp', 'image/webp', extended([640, 480], lossless(1, 1))],
    ['extended webp with a larger picture', 'image/webp', extended([1, 1], lossless(640, 480))],
    ['animated webp', 'image/webp', extended([1, 480], animated([640, 1], lossless(1, 1)))],
    ['bmp', 'image/bmp', bmp(40, ...le(640, 4), ...le(480, 4))],
    ['bmp from top to bottom', 'image/bmp', bmp(124, ...le(640, 4), ...le(-480, 4))],
    ['bmp of OS/2', 'image/bmp', bmp(12, ...le(640, 2), ...le(480, 2))],
  ])('%s', (_, type, bytes) => {
    expect(of(bytes)).toEqual({ kind: 'image', type, size: { width: 640, height: 480 } });
  });

  test('a truncated file is a picture without a size', () => {
    expect(of(png(640, 480).slice(0, 18))).toEqual({ kind: 'image', type: 'image/png' });
    expect(of(jpeg(640, 480).slice(0, 25))).toEqual({ kind: 'image', type: 'image/jpeg' });
    expect(of([...u32(28), ...ascii('ftypheic')])).toEqual({ kind: 'image', type: 'image/heic' });
    expect(of([...u32(28), ...ascii('ftypavif')])).toEqual({ kind: 'image', type: 'image/avif' });
  });

  test('a jpeg with zero-length segments does not loop', () => {
    expect(of([0xff, 0xd8, 0xff, 0xe0, 0x00, 0x00, 0x00])).toEqual({ kind: 'image', type: 'image/jpeg' });
  });

  test('a claim of gigabytes is read, and refused', () => {
    const size = imageSize(Uint8Array.from(png(60_000, 60_000)), 'image/png');
    expect(size && pixels(size)).toBe(3_600_000_000);
    expect(showing(size)).toBe('never');
  });

  test('35 bytes that take 2 GB to decode are not shown', () => {
    const bomb = '47494638396101000100800000000000ffffff2c00000000f055f0550002024401003b';
    const preview = of([...Buffer.from(bomb, 'hex')]);
    expect(preview.kind === 'image' && showing(preview.size)).toBe('never');
  });

  test.each<[string, readonly number[]]>([
    ['a jpeg with a marker that some decoders skip', [0xff, 0xd8, 0xff, 0xd0, ...jpeg(1, 1).slice(2)]],
    ['a jpeg whose frame comes after its picture', [0xff, 0xd8, 0xff, 0xda, 0, 2, ...jpeg(1, 1).slice(2)]],
    ['a png that begins with something else', png(1, 1).map((byte, at) => (at === 12 ? 0x69 : byte))],
    ['a gif whose frame is out of sight', gif([1, 1], [1, 1]).slice(0, 20)],
    ['an extended webp without a picture', extended([1, 1], [])],
  ])('%s has no known size, and is not decoded unasked', (_, bytes) => {
    const preview = of(bytes);
    expect(preview.kind === 'image' && showing(preview.size)).toBe('asks');
  });

  test('a picture is shown unasked only when its size is known to be bearable', () => {
    expect(showing({ width: 10_000, height: 10_000 })).toBe('unasked');
    expect(showing(undefined)).toBe('asks');
  });
});

describe('films and sounds are recognised by their bytes', () => {
  const ftyp = (brand: string) => [...u32(20), ...ascii(`ftyp${brand}`), ...u32(512), ...ascii('mp41')];
  const matroska = (type: string) => [
    ...[0x1a, 0x45, 0xdf, 0xa3, 0x9f, 0x42, 0x86, 0x81, 1, 0x42, 0x82, 0x80 | type.length],
    ...ascii(type),
  ];
  const ogg = (packet: string) => [...ascii('OggS'), 0, 2, ...Array(20).fill(0), 1, packet.length, ...ascii(packet)];
  /** 128 kbit/s, 44.1 kHz: 417 bytes with the header. */
  const frame = [0xff, 0xfb, 0x90, 0xc4, ...Array(413).fill(0)];
  /** 8 kbit/s, 11.025 kHz of MPEG 2.5, with a byte more: 53 bytes. */
  const slow = [0xff, 0xe3, 0x12, 0xc4, ...Array(49).fill(0)];

  test.each<[string, string, readonly number[]]>([
    ['the film of a phone', 'video/mp4', ftyp('mp42')],
    ['the film of an iPhone', 'video/mp4', ftyp('qt  ')],
    ['the film of an old phone', 'video/mp4', ftyp('3gp4')],
    ['a film of a browser', 'video/webm', matroska('webm')],
    ['a film of a television', 'video/webm', matroska('matroska')],
    ['a film in Ogg', 'video/ogg', ogg('\x80theora')],
    ['a sound in Ogg', 'audio/ogg', ogg('\x01vorbis')],
    ['a voice memo', 'audio/mp4', ftyp('M4A ')],
    ['a song with a tag', 'audio/mpeg', [...ascii('ID3'), 4, 0, 0, 0, 0, 0, 0]],
    ['a song without a tag', 'audio/mpeg', [...frame, ...frame]],
    ['a song in small', 'audio/mpeg', [...slow, ...slow]],
    ['a recording', 'audio/wav', [...ascii('RIFF'), ...u32(0), ...ascii('WAVEfmt ')]],
    ['a lossless song', 'audio/flac', [...ascii('fLaC'), 0, 0, 0, 34]],
  ])('%s', (_, type, bytes) => {
    expect(of(bytes)).toEqual({ kind: 'media', type });
  });

  test.each<[string, readonly number[]]>([
    ['one frame of a song', frame],
    ['another kind of Matroska', matroska('program')],
    ['an unknown brand', ftyp('crx ')],
  ])('%s is none', (_, bytes) => {
    expect(of(bytes)).toEqual({ kind: 'none' });
  });

  test.each([
    '#EXTM3U\nhttp://192.168.42.1/x.ts',
    'ID3 tags, explained',
    'OggS, a story',
    'fLaC and others',
    '[playlist]\nFile1=http://192.168.42.1/x',
  ])('letters stay letters: %s', (content) => {
    expect(of(utf8(content))).toEqual({ kind: 'text', encoding: 'utf-8' });
  });

  test('a picture that names its kind only behind the first brand is that kind', () => {
    const any = (...brands: string[]) => [
      ...u32(16 + 4 * brands.length),
      ...ascii(`ftypmif1\0\0\0\0${brands.join('')}`),
    ];
    expect(of(any('mif1', 'avif', 'miaf'))).toEqual({ kind: 'image', type: 'image/avif' });
    expect(of(any('mif1', 'heic'))).toEqual({ kind: 'image', type: 'image/heic' });
    expect(of([...any(), ...ascii('avif')])).toEqual({ kind: 'image', type: 'image/heic' });
  });
});

describe('a file that is nothing of this is text or nothing', () => {
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

  test.each<[string, readonly number[]]>([['a program', ascii('\x7fELF\x02\x01\x01\x00')]])('%s', (_, bytes) => {
    expect(of(bytes)).toEqual({ kind: 'none' });
  });

  test('a zip, which Excel and Word files are', () => {
    expect(of(ascii('PK\x03\x04\x14\x00\x06\x00'))).toEqual({ kind: 'zip' });
    expect(of([...ascii('PK\x05\x06'), ...Array(18).fill(0)])).toEqual({ kind: 'zip' });
  });

  test('a PDF', () => {
    expect(of(utf8('%PDF-1.4\n%\u00e2\u00e3'))).toEqual({ kind: 'pdf' });
  });
});
