import { expect, it, test } from 'vitest';
import type { DeviceId } from '../../protocol/signaling.ts';
import { RELAY_LIMITS } from '../limits/limits.ts';
import { holderOf, mintCredential } from './credentials.ts';

const DEVICE = 'AbCdEfGhIjKl' as DeviceId;

it('names its expiry and its holder, and is signed with the secret', () => {
  // printf 1700003600:device | openssl dgst -sha1 -hmac secret -binary | base64
  expect(mintCredential('secret', 1_700_000_000_999, 3600, 'device')).toEqual({
    username: '1700003600:device',
    credential: 'kzgI7IVdiC2zhbq0b1vB/foTJ68=',
  });
});

it('differs with each of its inputs', () => {
  const all = [
    mintCredential('secret', 0, 3600, 'a'),
    mintCredential('secrex', 0, 3600, 'a'),
    mintCredential('secret', 1000, 3600, 'a'),
    mintCredential('secret', 0, 3600, 'b'),
  ];
  expect(new Set(all.map(({ credential }) => credential)).size).toBe(4);
});

it('never names an expiry that coturn cannot read, whatever the clock says', () => {
  expect(mintCredential('secret', Date.UTC(2100, 0), 3600, 'a').username).toBe('2147483647:a');
  expect(mintCredential('secret', 0, 3600, 'a').username).toBe('3600:a');
});

test.each([
  ['192.168.42.100', '192.168.42.100'],
  ['::ffff:192.168.42.100', '192.168.42.100'],
])('whoever comes from %s is counted as %s', (address, holder) => {
  expect(holderOf({ id: DEVICE, address })).toBe(holder);
});

const SHARES = [0, 1, 2, 3].map((share) => `crowd/${share}`);

it('a phone has one of few shares over IPv6, always the same, and no more in several networks', () => {
  const networks = ['fe80::*%wlan0', 'fd12:3456:789a:1::*', '2001:db8:1:1::*'];
  const addresses = networks.flatMap((network) =>
    Array.from({ length: 200 }, (_, index) => network.replace('*', (index + 1).toString(16))),
  );
  const holders = () => addresses.map((address) => holderOf({ id: DEVICE, address }));
  expect([...new Set(holders())].sort()).toEqual(SHARES);
  expect(holders()).toEqual(holders());
});

it('a client of a proxy on this machine has one of the same shares, by its id', () => {
  const ids = Array.from({ length: 200 }, (_, index) => `device-${index}`.padEnd(12, '-') as DeviceId);
  const holders = ['127.0.0.1', '::1'].flatMap((address) => ids.map((id) => holderOf({ id, address })));
  expect([...new Set(holders)].sort()).toEqual(SHARES);
});

it('leaves half of the relay to others, however many addresses or ids a phone makes up', () => {
  const { inAll, perAddress, crowdShares } = RELAY_LIMITS;
  expect(crowdShares * perAddress).toBe(inAll / 2);
});
