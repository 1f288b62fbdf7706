import { createHash, randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { toHex } from '../transfer/digest.ts';
import { sha256, wasmSha256 } from './hash.ts';

test.each([
  ['crypto.subtle', sha256],
  ['WebAssembly', wasmSha256],
])('%s computes SHA-256, for overlapping calls too', async (_, hash) => {
  const inputs = [0, 1, 63, 64, 65, 1024 * 1024].map((length) => Uint8Array.from(randomBytes(length)));
  const digests = await Promise.all(inputs.map(hash));
  const expected = inputs.map((bytes) => createHash('sha256').update(bytes).digest('hex'));
  expect(digests.map(toHex)).toEqual(expected);
});
