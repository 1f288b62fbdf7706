import { expect, test } from 'vitest';
import { cascade, oneRouter } from './networks.ts';
import { plan } from './plan.ts';

const named = (node: string) => `${node}.1`;

test('an access point that isolates its stations and drops multicast', () => {
  expect(plan(oneRouter({ isolates: true, dropsMulticast: true }), named)).toMatchSnapshot();
});

test('a router on the LAN of another one is a port of its bridge and sends by it', () => {
  const { ip, nodes } = plan(cascade('full cone'), named);
  const port = /link add wan0 netns h1\.1 type veth peer name (port\d+) netns r1\.1/.exec(ip.join('\n'))?.[1];
  expect(nodes.find(({ node }) => node === 'r1')?.ip).toContain(`link set ${port} master lan0 up`);
  expect(nodes.find(({ node }) => node === 'h1')?.ip).toContain('route add default via 192.168.42.1');
});

test('a place that does not exist', () => {
  const { segments, routers } = oneRouter();
  const lost = { segments, routers, hosts: [{ name: 'a', on: 'nowhere', addresses: ['10.0.0.1'] }] };
  expect(() => plan(lost, named)).toThrow('no segment or router "nowhere"');
});
