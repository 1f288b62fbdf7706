import { expect, it } from 'vitest';
import { contains } from './ipv4.ts';
import { isPrivate, isPrivateOrShared, LINK_LOCAL, LOOPBACK } from './private-ranges.ts';

it.each([
  ['10.0.0.0', true, true],
  ['10.255.255.255', true, true],
  ['11.0.0.0', false, false],
  ['172.15.255.255', false, false],
  ['172.16.0.0', true, true],
  ['172.31.255.255', true, true],
  ['172.32.0.0', false, false],
  ['192.167.255.255', false, false],
  ['192.168.0.0', true, true],
  ['192.168.255.255', true, true],
  ['192.169.0.0', false, false],
  ['100.63.255.255', false, false],
  ['100.64.0.0', false, true],
  ['100.127.255.255', false, true],
  ['100.128.0.0', false, false],
  ['169.254.1.1', false, false],
  ['127.0.0.1', false, false],
  ['203.0.113.5', false, false],
  ['::ffff:10.0.0.1', false, false],
  ['fd00::1', false, false],
  ['10.0.0', false, false],
  ['10.example', false, false],
  ['', false, false],
])('%s is private: %s, or shared: %s', (address, isOne, isEither) => {
  expect([isPrivate(address), isPrivateOrShared(address)]).toEqual([isOne, isEither]);
});

it('loopback and link-local', () => {
  expect([contains(LOOPBACK, '127.255.255.255'), contains(LOOPBACK, '128.0.0.0')]).toEqual([true, false]);
  expect([contains(LINK_LOCAL, '169.254.0.1'), contains(LINK_LOCAL, '169.253.0.1')]).toEqual([true, false]);
});
