/** What radios are told. That they obey is seen by `npm run lab -- radio`. */
import { expect, test } from 'vitest';
import { type Air, airOf } from './air.ts';
import { PRODUCT, twoRouters } from './networks.ts';
import type { MeshAir, Topology } from './topology.ts';

const MESH: MeshAir = { id: 'mesh', channel: 11, password: 'a password' };
const POINT = { ssid: 'shelter', channel: 7, password: 'a password' };
const PHYS = ['phy0', 'phy1', 'phy2', 'phy3', 'phy4', 'phy5'];

function network(mesh: MeshAir, isolates = false): Topology {
  const { segments, routers, hosts } = twoRouters(PRODUCT, PRODUCT);
  return {
    segments: segments.map((segment) => ({ ...segment, air: mesh })),
    routers: routers.map((router) => ({ ...router, accessPoint: POINT, isolates })),
    hosts: hosts.filter(({ name }) => name !== 'far'),
  };
}
const told = ({ before, up, joined }: Air): string => [...before, ...up, ...joined].join('\n');

test('a network of cables takes no radio', () => {
  expect(airOf(twoRouters(PRODUCT, PRODUCT), PHYS)).toEqual({ radios: [], nodes: [] });
});

test('a router has a radio for phones and one for the mesh, a phone one', () => {
  expect(airOf(network(MESH), PHYS).radios.map(({ node, for: what }) => `${node}: ${what}`)).toEqual([
    ...['r1: access point', 'r1: mesh', 'r2: access point', 'r2: mesh'],
    ...['client1: station', 'client2: station'],
  ]);
});

test('one that shares has a single radio, with both from the start', () => {
  const { radios, nodes } = airOf(network({ ...MESH, channel: 7, shares: true }), PHYS);
  expect(radios).toHaveLength(4);
  expect(nodes[0]?.before.join('\n')).toContain('iw dev ap0 interface add mesh0 type mp');
});

test('channels, passwords and isolation', () => {
  const [r1, , client1] = airOf(network(MESH, true), PHYS).nodes.map(told);
  for (const line of ['channel=7', 'wpa_passphrase=a password', 'ap_isolate=1', 'frequency=2462', 'key_mgmt=SAE'])
    expect(r1).toContain(line);
  expect(client1).toContain('psk="a password"');
  expect(told(airOf(network(MESH), PHYS).nodes[0] as Air)).not.toContain('ap_isolate');
});

test('more radios than there are', () => {
  expect(() => airOf(network(MESH), PHYS.slice(1))).toThrow('more radios than there are here: 5');
});
