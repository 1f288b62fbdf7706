import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  type Before,
  formerName,
  givingBack,
  interfaceBefore,
  isCountry,
  parseBefore,
  UNTOUCHED,
  withMore,
} from './before.ts';

const link = (more: object) =>
  JSON.stringify([{ ifname: 'eth1', flags: ['BROADCAST', 'UP', 'LOWER_UP'], mtu: 1500, ...more }]);
const ADDRESSES = [
  { family: 'inet', local: '192.168.7.2', prefixlen: 24, broadcast: '192.168.7.255' },
  { family: 'inet6', local: 'fe80::1', prefixlen: 64 },
  { family: 'inet', local: '10.1.1.1', prefixlen: 32 },
];
const ROUTES = `default via 192.168.7.1 proto dhcp metric 100 \n192.168.7.0/24 proto kernel scope link src 192.168.7.2 \n10.9.0.0/16 via 192.168.7.9 linkdown \n`;

it('of an interface is read from what ip says', () => {
  expect(interfaceBefore(link({ master: 'br7', addr_info: ADDRESSES }), ROUTES)).toEqual({
    name: 'eth1',
    isUp: true,
    mtu: 1500,
    master: 'br7',
    addresses: [{ address: '192.168.7.2/24', broadcast: '192.168.7.255' }, { address: '10.1.1.1/32' }],
    routes: ['default via 192.168.7.1 proto dhcp metric 100', '10.9.0.0/16 via 192.168.7.9'],
  });
  expect(interfaceBefore(link({ master: 'lan0' }), '')).not.toHaveProperty('master');
  for (const none of ['', '[]', '{}', '[{}]']) expect(interfaceBefore(none, '')).toBeUndefined();
});

it('is given back in an order that the kernel takes: addresses on a link that is up, then routes through them', () => {
  const one = interfaceBefore(link({ master: 'br7', addr_info: ADDRESSES }), ROUTES);
  const before: Before = { ...UNTOUCHED, interfaces: one === undefined ? [] : [one], country: 'JP' };
  expect(givingBack(before).map(({ argv }) => argv.join(' '))).toEqual([
    'ip link set dev eth1 mtu 1500',
    'ip link set dev eth1 master br7',
    'ip link set dev eth1 up',
    'ip address replace 192.168.7.2/24 broadcast 192.168.7.255 dev eth1',
    'ip address replace 10.1.1.1/32 dev eth1',
    'ip -4 route replace default via 192.168.7.1 proto dhcp metric 100 dev eth1',
    'ip -4 route replace 10.9.0.0/16 via 192.168.7.9 dev eth1',
    'iw reg set JP',
  ]);
});

it('stays as it was first seen, however often the links are made', () => {
  const seen = (isUp: boolean, name = 'eth1') => ({ name, isUp, mtu: 1500, addresses: [], routes: [] });
  const first: Before = { interfaces: [seen(false)], kernel: [['a.b', '0']], country: '00', unblocked: ['phy0'] };
  const again: Before = {
    interfaces: [seen(true), seen(true, 'eth2')],
    kernel: [
      ['a.b', '1'],
      ['c.d', '5'],
    ],
    country: 'JP',
    unblocked: ['phy0', 'phy1'],
  };
  expect(withMore(first, again)).toEqual({
    interfaces: [seen(false), seen(true, 'eth2')],
    kernel: [
      ['a.b', '0'],
      ['c.d', '5'],
    ],
    country: '00',
    unblocked: ['phy0', 'phy1'],
  });
  expect(parseBefore(JSON.stringify(withMore(first, again)))).toEqual(withMore(first, again));
});

it('knows what an interface was called before, where that is a name', () => {
  expect(formerName(link({ ifalias: 'wlan0' }))).toBe('wlan0');
  for (const none of ['', '-x', 'a/b', 'the way out', 'x'.repeat(16)])
    expect(formerName(link({ ifalias: none }))).toBeUndefined();
  for (const none of ['', '[]', link({})]) expect(formerName(none)).toBeUndefined();
});

it('is nothing where something else stands', () => {
  fc.assert(fc.property(fc.json(), (json) => parseBefore(json) === undefined));
  expect(parseBefore('')).toBeUndefined();
});

it('holds no word for a country that nobody can set', () => {
  expect(['JP', '00', '98', '99', 'jp', ''].map(isCountry)).toEqual([true, true, false, false, false, false]);
});
