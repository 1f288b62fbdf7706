import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { fileRoot, type Hash, sameDigest, toHex, transferRoot } from './digest.ts';

const hash: Hash = async (bytes) => Uint8Array.from(createHash('sha256').update(bytes).digest());
const ascii = (text: string) => new TextEncoder().encode(text);

/** FIPS 180-2, appendix B.1, and the digest of the empty string. */
const OF_ABC = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
const OF_NOTHING = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
/** `printf abc | sha256sum | xxd -r -p | sha256sum` */
const OF_OF_ABC = '4f8b42c22dd3729b519ba6f68d2da7cc5b2d606d05daed5ad5128cc03e6c6358';

test('the root of an empty file is the digest of nothing', async () => {
  expect(toHex(await fileRoot(hash, []))).toBe(OF_NOTHING);
});

test('the root of a file of one block is the digest of its digest', async () => {
  const block = await hash(ascii('abc'));
  expect(toHex(block)).toBe(OF_ABC);
  expect(toHex(await fileRoot(hash, [block]))).toBe(OF_OF_ABC);
});

test('order and number of blocks and files matter', async () => {
  const [a, b] = [await hash(ascii('a')), await hash(ascii('b'))];
  const roots = [[a, b], [b, a], [a], [a, a]].map(async (list) => toHex(await transferRoot(hash, list)));
  expect(new Set(await Promise.all(roots)).size).toBe(4);
  const both = createHash('sha256').update(a).update(b).digest('hex');
  expect(await roots[0]).toBe(both);
});

test('compares whole digests', () => {
  expect(sameDigest(ascii('ab'), ascii('ab'))).toBe(true);
  expect(sameDigest(ascii('ab'), ascii('ac'))).toBe(false);
  expect(sameDigest(ascii('ab'), ascii('abc'))).toBe(false);
});

test('writes bytes below 16 with two digits', () => {
  expect(toHex(new Uint8Array([0, 1, 15, 16, 255]))).toBe('00010f10ff');
});
