import { endianness } from 'node:os';
import { expect, it } from 'vitest';
import type { Interface } from './addresses.ts';
import { withIdleLinks } from './idle-links.ts';

const HEAD = 'Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\t\tMTU\tWindow\tIRTT\n';
const inOrder = (hex: string): string =>
  (endianness() === 'LE' ? Buffer.from(hex, 'hex').reverse().toString('hex') : hex).toUpperCase();
const route = (name: string, destination: string, mask: string, gateway = '00000000', flags = '0001'): string =>
  `${[name, inOrder(destination), inOrder(gateway), flags, '0', '0', '0', inOrder(mask), '0', '0', '0'].join('\t')}\n`;
const leaf = (address: string): string => `           |-- ${address}\n              /32 host LOCAL\n`;
const idle = (address: string, prefix: number, netmask: string): Interface => ({
  ...{ family: 'IPv4', address, netmask, cidr: `${address}/${prefix}`, mac: '00:00:00:00:00:00', internal: false },
  idle: true,
});
const eth0: Interface = { ...idle('192.168.1.144', 24, '255.255.255.0') };
delete (eth0 as { idle?: true }).idle;

const TRIE = `Main:\n  +-- 0.0.0.0/0 2 0 2\n${leaf('192.168.1.144')}        |-- 192.168.1.255\n           /32 link BROADCAST\n`;
const ETH0 = route('eth0', 'c0a80100', 'ffffff00');

it('adds the address of a bridge that has no carrier, with the network that its route has', () => {
  const found = withIdleLinks(
    { eth0: [eth0] },
    `${TRIE}${leaf('192.168.42.1')}Local:\n${leaf('192.168.42.1')}`,
    [HEAD, route('eth0', '00000000', '00000000', 'c0a80101', '0003'), ETH0, route('lan0', 'c0a82a00', 'ffffff00')].join(
      '',
    ),
  );
  expect(found).toEqual({ eth0: [eth0], lan0: [idle('192.168.42.1', 24, '255.255.255.0')] });
});

it('takes the smaller of two networks, and no way to elsewhere', () => {
  const routes = [
    HEAD,
    route('bh0', '0a000000', 'ff000000'),
    route('eth0', '0a6b0400', 'ffffff00', 'c0a80101', '0003'),
    route('lan0', '0a6b0000', 'ffff0000'),
  ].join('');
  expect(withIdleLinks({}, leaf('10.107.4.1'), routes)).toEqual({ lan0: [idle('10.107.4.1', 16, '255.255.0.0')] });
});

it.each([
  ['nothing is idle', TRIE, HEAD + ETH0],
  ['no network is known for it', TRIE + leaf('10.9.9.9'), HEAD + ETH0],
  ['there are no such files', '', ''],
  ['they are another thing', 'x'.repeat(50), '\t\t\nnonsense'],
])('changes nothing where %s', (_, trie, routes) => {
  expect(withIdleLinks({ eth0: [eth0] }, trie, routes)).toEqual({ eth0: [eth0] });
});
