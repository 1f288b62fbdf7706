import { expect, it } from 'vitest';
import { base64url, DEVICE_ID, digest, hexadecimal, only, RANDOM_ID, SHA256 } from './ids.ts';

it.each([9, 12, 16, 32, 64])('%d bytes are as long as they are written', (bytes) => {
  const some = Buffer.alloc(bytes, 0xfb);
  expect(some.toString('base64url')).toMatch(only(base64url(bytes)));
  expect(some.toString('hex')).toMatch(only(hexadecimal(bytes)));
});

it.each([
  [DEVICE_ID, 'CaJnJDPpIm_BgPv9', 'CaJnJDPpIm+BgPv9'],
  [DEVICE_ID, 'CaJnJDPpIm_BgPv9', 'CaJnJDPpIm_B'], // of before there were keys
  [RANDOM_ID, 'CaJnJDPpIm_BgPv9', 'CaJnJDPpIm_BgPv9='],
  [base64url(32), 'dGhpcyBpcyBhIHNlY3JldCBvZiB0aGlydHktdHdvIGI', 'dGhpcyBpcyBhIHNlY3JldCBvZiB0aGlydHktdHdvIG'],
  [SHA256, '0123456789abcdef'.repeat(4), '0123456789ABCDEF'.repeat(4)],
])('%s: %s, and not %s', (pattern, good, bad) => {
  expect(good).toMatch(only(pattern));
  for (const other of [bad, `${good}\n`, ` ${good}`, `${good}x`]) expect(other).not.toMatch(only(pattern));
});

it('parses a digest', () => {
  expect(digest('ab'.repeat(32), 'here')).toBe('ab'.repeat(32));
  expect(() => digest('ab'.repeat(31), 'here')).toThrow('here: expected a SHA-256 digest');
});
