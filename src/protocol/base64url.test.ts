import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fromBase64url, toBase64url } from './base64url.ts';

it('writes bytes as Node does, and reads them again', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
      const text = toBase64url(bytes);
      expect(text).toBe(Buffer.from(bytes).toString('base64url'));
      expect(fromBase64url(text, bytes.length)).toEqual(bytes);
    }),
  );
});

it.each([
  ['too short', 'AAA', 3],
  ['too long', 'AAAAA', 3],
  ['padded', 'AA==', 1],
  ['of the other alphabet', '+/AA', 3],
  ['with bits beyond the last byte', 'AB', 1],
  ['with a letter from elsewhere', 'AAAé', 3],
])('reads nothing that is %s', (_, text, length) => {
  expect(fromBase64url(text, length)).toBeUndefined();
});
