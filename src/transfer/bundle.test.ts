import { describe, expect, test } from 'vitest';
import { DIGEST_BYTES } from '../protocol/frame.ts';
import { MAX_BUNDLE_BYTES, MAX_BUNDLE_FILES } from '../protocol/limits.ts';
import { bundleBytes, fitsBundle, longestBundle, packBundle, unpackBundle } from './bundle.ts';

const sized = (...sizes: number[]) => sizes.map((size) => ({ size }));

describe('the longest bundle', () => {
  const from = (at: number, ...sizes: (number | undefined)[]) => longestBundle(at, (index) => sizes[index]);

  test('ends before the first file that does not fit, or that may not be in it', () => {
    expect(from(1, 9, 3, 0, 4, MAX_BUNDLE_BYTES)).toEqual({ count: 3, bytes: 7 });
    expect(from(0, 3, undefined, 4)).toEqual({ count: 1, bytes: 3 });
    expect(from(3, 1, 2, 3)).toEqual({ count: 0, bytes: 0 });
  });

  test('is filled to the last byte', () => {
    const rest = MAX_BUNDLE_BYTES - 100 - 2 * DIGEST_BYTES;
    expect(from(0, 100, rest)).toEqual({ count: 2, bytes: 100 + rest });
    expect(from(0, 100, rest + 1)).toEqual({ count: 1, bytes: 100 });
    expect(fitsBundle(MAX_BUNDLE_BYTES - DIGEST_BYTES)).toBe(true);
    expect(fitsBundle(MAX_BUNDLE_BYTES - DIGEST_BYTES + 1)).toBe(false);
  });

  test('has a limit for files that take no room', () => {
    expect(longestBundle(0, () => 0)).toEqual({ count: MAX_BUNDLE_FILES, bytes: 0 });
  });
});

test('a bundle is taken apart into its files, which then lie in a row', () => {
  const digest = (seed: number) => new Uint8Array(DIGEST_BYTES).fill(seed);
  const payload = Uint8Array.from([...digest(1), 10, 11, ...digest(2), 20]);
  const files = sized(0, 2, 0, 1, 0);
  expect(bundleBytes(files)).toBe(payload.length);
  expect(unpackBundle(files, payload)).toEqual({
    whole: Uint8Array.of(10, 11, 20),
    parts: [
      { bytes: Uint8Array.of(10, 11), digest: digest(1) },
      { bytes: Uint8Array.of(20), digest: digest(2) },
    ],
  });
});

test('what was packed is unpacked', () => {
  const parts = [new Uint8Array(3).fill(1), new Uint8Array(1).fill(2)].map((bytes) => ({
    bytes,
    digest: new Uint8Array(DIGEST_BYTES).fill(9),
  }));
  const payload = packBundle(parts);
  expect(unpackBundle(sized(3, 0, 1), payload)).toEqual({ whole: Uint8Array.of(1, 1, 1, 2), parts });
});

test('a bundle of empty files holds nothing', () => {
  expect(unpackBundle(sized(0, 0), new Uint8Array(0))).toEqual({ whole: new Uint8Array(0), parts: [] });
});
