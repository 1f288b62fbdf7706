import fc from 'fast-check';
import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { zipContents } from './zip-directory.ts';

const u16 = (value: number): number[] => [value & 255, value >>> 8];
const u32 = (value: number): number[] => [...u16(value & 0xffff), ...u16(value >>> 16)];
const u64 = (value: number): number[] => [...u32(value % 2 ** 32), ...u32(Math.floor(value / 2 ** 32))];
const latin = (text: string): number[] => [...Buffer.from(text, 'latin1')];

type Fields = { flags?: number; size?: number; extra?: readonly number[]; comment?: readonly number[] };
/** An entry of the directory alone: no file stands behind it. */
const entry = (name: readonly number[], { flags = 0, size = 7, extra = [], comment = [] }: Fields = {}): number[] => [
  ...[...u32(0x02014b50), ...u16(20), ...u16(20), ...u16(flags), ...u16(0), ...u32(0), ...u32(0), ...u32(0)],
  ...[...u32(size), ...u16(name.length), ...u16(extra.length), ...u16(comment.length), ...u16(0), ...u16(0)],
  ...[...u32(0), ...u32(0), ...name, ...extra, ...comment],
];
type End = { count?: number; size?: number; offset?: number; comment?: readonly number[] };
const end = (
  directory: readonly number[],
  { count = 1, size = directory.length, offset = 4, comment = [] }: End = {},
) => [
  ...[...u32(0x06054b50), ...u16(0), ...u16(0), ...u16(count), ...u16(count), ...u32(size), ...u32(offset)],
  ...[...u16(comment.length), ...comment],
];
const zip = (directory: readonly number[], more?: End) => [
  ...latin('PK\x03\x04'),
  ...directory,
  ...end(directory, more),
];
const contents = (bytes: readonly number[] | Uint8Array) => zipContents(new Blob([Uint8Array.from(bytes)]));
const paths = async (bytes: readonly number[] | Uint8Array) => (await contents(bytes))?.files.map(({ path }) => path);

const letters = (text: string, encoding: 'utf-8' | 'shift_jis'): number[] =>
  encoding === 'utf-8' ? [...Buffer.from(text)] : [...(SHIFT_JIS[text] ?? [])];
const SHIFT_JIS: Readonly<Record<string, readonly number[]>> = {
  '写真/表.txt': [0x8e, 0xca, 0x90, 0x5e, 0x2f, 0x95, 0x5c, 0x2e, 0x74, 0x78, 0x74],
};

describe('what is in a zip', () => {
  test('names and sizes, without folders', async () => {
    const written = zipSync({
      'a.txt': new Uint8Array(3),
      写真: { '2.jpg': new Uint8Array(2000), '10.jpg': new Uint8Array(1) },
    });
    expect(await contents(written)).toEqual({
      files: [
        { path: 'a.txt', size: 3 },
        { path: '写真/2.jpg', size: 2000 },
        { path: '写真/10.jpg', size: 1 },
      ],
      isPart: false,
      isLocked: false,
    });
  });

  test('nothing in an empty one, and nothing of what is no zip', async () => {
    expect((await contents(end([])))?.files).toEqual([]);
    expect(await contents([])).toBeUndefined();
    expect(await contents(latin('PK\x03\x04 and then something else'))).toBeUndefined();
  });

  test('also behind a program that unpacks it', async () => {
    expect(await paths([...latin('MZ and so on'), ...zip(entry(latin('a')))])).toEqual(['a']);
  });

  test('also with a comment, in which the letters of an end are not the end', async () => {
    const comment = [...end(entry(latin('false'))), 0, 0];
    expect(await paths(zip(entry(latin('a')), { comment }))).toEqual(['a']);
  });

  test('also with something behind the end', async () => {
    expect(await paths([...zip(entry(latin('a'))), 0, 0, 0])).toEqual(['a']);
  });

  test('a password is noticed', async () => {
    expect((await contents(zip(entry(latin('a'), { flags: 1 }))))?.isLocked).toBe(true);
  });

  test('sizes and places beyond four gigabytes', async () => {
    const large = [...u16(0x5455), ...u16(1), 0, ...u16(1), ...u16(8), ...u64(5_000_000_000)];
    const directory = entry(latin('film.mp4'), { size: 0xffffffff, extra: large });
    const record = [...u32(0x06064b50), ...Array(36).fill(0), ...u64(directory.length), ...u64(4)];
    const locator = [...u32(0x07064b50), ...u32(0), ...u64(4 + directory.length), ...u32(1)];
    const last = end(directory, { count: 0xffff, size: 0xffffffff, offset: 0xffffffff });
    expect((await contents([...latin('PK\x03\x04'), ...directory, ...record, ...locator, ...last]))?.files).toEqual([
      { path: 'film.mp4', size: 5_000_000_000 },
    ]);
  });
});

describe('the letters of names', () => {
  test.each<[string, readonly number[], string]>([
    ['marked as UTF-8', entry(letters('é表.txt', 'utf-8'), { flags: 0x800 }), 'é表.txt'],
    ['UTF-8 without the mark, as on a Mac', entry(letters('é表.txt', 'utf-8')), 'é表.txt'],
    [
      'Shift_JIS, with its second byte that looks like a backslash',
      entry(letters('写真/表.txt', 'shift_jis')),
      '写真/表.txt',
    ],
    ['the format’s own', entry([0x81, 0x20, 0xe1, 0xff, 0x2e]), 'ü ß\u00a0.'],
    ['a second name in Unicode', entry(latin('a'), { extra: unicode(0xe8b7be43, '表') }), '表'],
    ['a second name in Unicode for another first one', entry(latin('b'), { extra: unicode(0xe8b7be43, '表') }), 'b'],
  ])('%s', async (_, directory, path) => {
    expect(await paths(zip(directory))).toEqual([path]);
  });

  function unicode(crc: number, name: string): number[] {
    const bytes = letters(name, 'utf-8');
    return [...u16(0x7075), ...u16(5 + bytes.length), 1, ...u32(crc), ...bytes];
  }
});

describe('a zip that lies', () => {
  const a = entry(latin('a'));

  test.each<[string, readonly number[], readonly string[] | undefined]>([
    ['claims more names than there are', zip(a, { count: 60_000 }), ['a']],
    ['claims fewer names than there are', zip([...a, ...entry(latin('b'))], { count: 1 }), ['a', 'b']],
    ['claims a directory larger than the file', zip(a, { size: 4_000_000_000 }), ['a']],
    ['claims one that begins elsewhere', zip(a, { size: 3 * a.length, offset: 1_000_000 }), undefined],
    ['has a name longer than the rest', zip(a.map((byte, at) => (at === 28 ? 0xff : byte))), []],
    [
      'has extra fields that overlap',
      zip(entry(latin('a'), { size: 0xffffffff, extra: [1, 0, 0xff, 0xff, 0] })),
      ['a'],
    ],
    ['names the same file a thousand times', zip(Array(1000).fill(a).flat()), Array(1000).fill('a')],
  ])('%s', async (_, bytes, names) => {
    expect(await paths(bytes)).toEqual(names);
  });

  test('of names that no system takes, only that there are more', async () => {
    const found = await contents(zip([...entry(Array(5000).fill(0x2f)), ...entry(latin('a.txt'))]));
    expect(found).toEqual({ files: [{ path: 'a.txt', size: 7 }], isPart: true, isLocked: false });
  });

  test('of more names than anybody reads, the first are listed', async () => {
    const found = await contents(zip(Array(10_001).fill(a).flat()));
    expect([found?.files.length, found?.isPart]).toEqual([10_000, true]);
  });

  test('reads a bounded part of it, whatever it claims', async () => {
    const read: number[] = [];
    const whole = new Blob([
      Uint8Array.from([...new Array(9_000_000).fill(0), ...end([], { size: 8_000_000, offset: 0 })]),
    ]);
    const slice = (start: number, stop: number) => {
      read.push(Math.min(stop, whole.size) - start);
      return whole.slice(start, stop);
    };
    await zipContents({ size: whole.size, slice } as Blob);
    expect(Math.max(...read)).toBeLessThanOrEqual(4 * 1024 * 1024);
  });

  test('any bytes at all, and any change to a real one, give names or nothing', async () => {
    const real = zipSync({ 'a.txt': new Uint8Array(3), 'b/c.txt': new Uint8Array(9) });
    const broken = fc
      .array(fc.tuple(fc.nat(real.length - 1), fc.nat(255)), { maxLength: 6 })
      .map((changes) => real.map((byte, at) => changes.find(([changed]) => changed === at)?.[1] ?? byte));
    await fc.assert(
      fc.asyncProperty(fc.oneof(broken, fc.uint8Array({ maxLength: 300 })), async (bytes) => {
        const found = await contents(bytes);
        expect(found?.files.length ?? 0).toBeLessThanOrEqual(bytes.length / 46);
      }),
      { numRuns: 2_000 },
    );
  });
});
