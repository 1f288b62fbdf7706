import * as zlib from 'node:zlib';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { crc32, crc32ByTable } from './crc32.ts';

it('is that of the catalogue of checksums', () => {
  const check = Buffer.from('123456789');
  expect([crc32(check), crc32ByTable(check), crc32ByTable(new Uint8Array())]).toEqual([0xcbf43926, 0xcbf43926, 0]);
});

it('is by the table what Node says', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => crc32ByTable(bytes) === zlib.crc32(bytes)));
});
