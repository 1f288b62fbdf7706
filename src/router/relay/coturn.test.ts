import { expect, test } from 'vitest';
import { isComplaint } from './coturn.ts';

test.each([
  ['bind: Cannot assign requested address', true],
  ['ERROR: CONFIG ERROR: Bad configuration format: no-loopback-peers', true],
  ['ERROR: A peer IP 192.168.1.144 denied in the range: 0.0.0.0-255.255.255.255', false],
  ['check_stun_auth: Cannot find credentials of user <1>', false],
  ['session 001000000000000001: incoming packet CREATE_PERMISSION processed, error 403: Forbidden IP', false],
  ['Relay ports initialization done', false],
])('%s: why coturn ended? %s', (line, is) => {
  expect(isComplaint(line)).toBe(is);
});
