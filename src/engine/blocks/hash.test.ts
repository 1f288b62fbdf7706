import { createHash, randomBytes } from 'node:crypto';
import { expect, test, vi } from 'vitest';
import { toHex } from '../../transfer/digest.ts';
import { HashError, loadedSha256, plainHash, sha256 } from './hash.ts';

const inputs = [0, 1, 63, 64, 65, 1024 * 1024].map((length) => Uint8Array.from(randomBytes(length)));
const expected = inputs.map((bytes) => createHash('sha256').update(bytes).digest('hex'));

test.each([
  ['crypto.subtle', sha256],
  ['WebAssembly', loadedSha256],
  ['plain JavaScript', async (bytes: Uint8Array<ArrayBuffer>) => (await plainHash())(bytes)],
])('%s computes SHA-256, for overlapping calls too', async (_, hash) => {
  expect((await Promise.all(inputs.map(hash))).map(toHex)).toEqual(expected);
});

test('on plain HTTP without WebAssembly the digests are the same', async () => {
  vi.resetModules();
  vi.stubGlobal('crypto', {});
  vi.stubGlobal('WebAssembly', undefined);
  try {
    const { sha256: hash } = await import('./hash.ts');
    expect((await Promise.all(inputs.map(hash))).map(toHex)).toEqual(expected);
  } finally {
    vi.unstubAllGlobals();
  }
});

test('a digest that cannot be computed is a separate failure', async () => {
  vi.spyOn(globalThis.crypto.subtle, 'digest').mockRejectedValue(new DOMException('', 'OperationError'));
  try {
    await expect(sha256(new Uint8Array(1))).rejects.toBeInstanceOf(HashError);
  } finally {
    vi.restoreAllMocks();
  }
});
