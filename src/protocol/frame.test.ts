import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  type ArrivedFrame,
  DIGEST_BYTES,
  encodeFrame,
  FRAME_HEADER_BYTES,
  parseFrame,
  SEQUENCE_MODULUS,
  stampSequence,
  writeFrame,
  writeFrameHeader,
} from './frame.ts';
import { BLOCK_BYTES, MAX_BUNDLE_BYTES, MAX_BUNDLE_FILES } from './limits.ts';

const hexOf = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
const bytesOf = (hex: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

const DIGEST = 'ab'.repeat(DIGEST_BYTES);
const GiB = 2 ** 30;

/** Spaces separate the fields: kind and sequence, handle, file, offset, payload. */
const VECTORS: readonly (readonly [string, string, ArrivedFrame])[] = [
  [
    'block at the start',
    `00000000 00000007 00000000 0000000000000000 ${DIGEST}`,
    { kind: 'block', sequence: 0, handle: 7, file: 0, offset: 0, payload: bytesOf(DIGEST) },
  ],
  [
    'chunk beyond 4 GiB',
    '01010203 00000007 00000102 0000000140000000 68656c6c6f',
    { kind: 'chunk', sequence: 0x010203, handle: 7, file: 258, offset: 5 * GiB, payload: bytesOf('68656c6c6f') },
  ],
  [
    'end of an empty file, largest handle and sequence',
    `02ffffff ffffffff 0001869f 0000000000000000 ${DIGEST}`,
    { kind: 'end', sequence: 0xff_ffff, handle: 0xffff_ffff, file: 99_999, offset: 0, payload: bytesOf(DIGEST) },
  ],
  [
    'a file that the receiver has',
    `03000000 00000007 00000002 0000000000000000 ${DIGEST}`,
    { kind: 'same', sequence: 0, handle: 7, file: 2, offset: 0, payload: bytesOf(DIGEST) },
  ],
  [
    'a bundle of three files, of which the second is empty',
    `04000004 00000007 00000104 0000000000000003 ${DIGEST} 6869 ${DIGEST} 21`,
    { kind: 'files', sequence: 4, handle: 7, file: 260, offset: 3, payload: bytesOf(`${DIGEST}6869${DIGEST}21`) },
  ],
  [
    'a bundle of empty files',
    '04000000 00000007 00000000 0000000000000400',
    { kind: 'files', sequence: 0, handle: 7, file: 0, offset: MAX_BUNDLE_FILES, payload: bytesOf('') },
  ],
  [
    'last exact offset',
    '01000000 00000000 00000000 001fffffffffffff 00',
    { kind: 'chunk', sequence: 0, handle: 0, file: 0, offset: Number.MAX_SAFE_INTEGER, payload: bytesOf('00') },
  ],
];

describe('vectors', () => {
  it.each(VECTORS)('%s', (_, hex, frame) => {
    const written = encodeFrame(frame);
    stampSequence(written, frame.sequence);
    expect(hexOf(written)).toBe(hex.replaceAll(' ', ''));
    expect(parseFrame(bytesOf(hex.replaceAll(' ', '')).buffer)).toEqual({ ok: true, value: frame });
  });
});

describe('what is refused', () => {
  it.each([
    ['nothing', '', 'shorter than its header'],
    ['half a header', '0100000000000007', 'shorter than its header'],
    ['a kind we do not know', `05000000 00000007 00000000 0000000000000000 00`, 'unknown kind'],
    ['an offset no number holds', `01000000 00000007 00000000 0020000000000000 00`, 'beyond 2^53'],
    ['a chunk of nothing', `01000000 00000007 00000000 0000000000000000`, 'empty'],
    ['a block without its digest', `00000000 00000007 00000000 0000000000000000 abab`, 'no digest'],
    ['a bundle of no files', '04000000 00000007 00000000 0000000000000000', 'no or too many files'],
    ['a bundle of too many files', '04000000 00000007 00000000 0000000000000401', 'no or too many files'],
    [
      'a bundle of more files than a message can count',
      '04000000 00000007 00000000 0000000100000001',
      'too many files',
    ],
    ['an end without its digest', `02000000 00000007 00000000 0000000000000000`, 'no digest'],
  ])('%s', (_, hex, reason) => {
    expect(parseFrame(bytesOf(hex.replaceAll(' ', '')).buffer)).toMatchObject({
      ok: false,
      error: expect.stringContaining(reason),
    });
  });

  it('a chunk longer than a block', () => {
    const payload = new Uint8Array(BLOCK_BYTES + 1);
    expect(parseFrame(encodeFrame({ kind: 'chunk', handle: 0, file: 0, offset: 0, payload }).buffer).ok).toBe(false);
  });
});

test.each([
  [MAX_BUNDLE_BYTES, true],
  [MAX_BUNDLE_BYTES + 1, false],
])('a bundle of %i bytes: %s', (length, ok) => {
  const payload = new Uint8Array(length);
  expect(parseFrame(encodeFrame({ kind: 'files', handle: 0, file: 0, offset: 1, payload }).buffer).ok).toBe(ok);
});

it('writes its header where it is told and nothing beyond', () => {
  const target = new Uint8Array(FRAME_HEADER_BYTES + 4).fill(0xee);
  writeFrameHeader(target.subarray(2), { kind: 'chunk', handle: 1, file: 2, offset: 3 });
  expect(hexOf(target)).toBe('eeee0100000000000001000000020000000000000003eeee');
});

it.each(VECTORS)('lays out %s as in a buffer of its own, and leaves what is behind alone', (_, hex, frame) => {
  const target = new Uint8Array(200).fill(0xee);
  const written = writeFrame(target, frame);
  expect(hexOf(written)).toBe(hex.replaceAll(' ', ''));
  expect([written.buffer, written.byteOffset]).toEqual([target.buffer, 0]);
  expect(target.subarray(written.length).every((byte) => byte === 0xee)).toBe(true);
});

it('lays out a frame over a longer one', () => {
  const target = new Uint8Array(200);
  for (const [, , frame] of [...VECTORS].sort(([, a], [, b]) => b.length - a.length)) {
    const expected = encodeFrame(frame);
    stampSequence(expected, frame.sequence);
    expect(writeFrame(target, frame)).toEqual(expected);
  }
});

it('reads back whatever it writes', () => {
  const frame = fc.record({
    kind: fc.constant('chunk' as const),
    sequence: fc.nat(SEQUENCE_MODULUS - 1),
    handle: fc.nat(0xffff_ffff),
    file: fc.nat(0xffff_ffff),
    offset: fc.maxSafeNat(),
    payload: fc.uint8Array({ minLength: 1 }),
  });
  fc.assert(
    fc.property(frame, (written) => {
      const bytes = encodeFrame({ ...written, payload: new Uint8Array(written.payload) });
      stampSequence(bytes, written.sequence);
      const read = parseFrame(bytes.buffer);
      expect(read).toMatchObject({ ok: true, value: { ...written, payload: new Uint8Array(written.payload) } });
    }),
  );
});

it('never throws on bytes from outside', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => {
      const parsed = parseFrame(new Uint8Array(bytes).buffer);
      return parsed.ok || parsed.error.startsWith('frame: ');
    }),
    { numRuns: 5000 },
  );
});
