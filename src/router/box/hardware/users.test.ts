import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseLinks, parseRouteDevices } from './ip-json.ts';
import { parseListening, parseLoggedIn, serviceOf } from './listening.ts';
import { localeCountry } from './locale.ts';
import { parseInterfaces, parseNetworkctl, parseNmcli, usersByDevs, usersBySockets } from './users.ts';

describe('who uses an interface', () => {
  it('is told by NetworkManager, with separators in names', () => {
    const said = [
      'wlan0:connected:Home\\: 2nd \\\\ floor',
      'eth0:connecting (getting IP configuration):Wired connection 1',
      'lo:connected (externally):lo',
      ...['wlan1:disconnected:', 'eth1:unavailable:', 'p2p-dev-wlan0:disconnected:', 'bh0:unmanaged:', ''],
    ];
    expect([...parseNmcli(said.join('\n'))]).toEqual([
      ['wlan0', { program: 'NetworkManager', connection: 'Home: 2nd \\ floor' }],
      ['eth0', { program: 'NetworkManager', connection: 'Wired connection 1' }],
    ]);
  });

  it('is told by systemd-networkd', () => {
    const Interfaces = [
      { Name: 'eth0', AdministrativeState: 'configured', NetworkFile: '/etc/systemd/network/10-lan.network' },
      { Name: 'eth1', AdministrativeState: 'unmanaged' },
      { Name: 'eth2' },
    ];
    expect([...parseNetworkctl(JSON.stringify({ Interfaces }))]).toEqual([
      ['eth0', { program: 'systemd-networkd', connection: '10-lan.network' }],
    ]);
  });

  it('stands in the file of ifupdown', () => {
    const file = `
# allow-hotplug wlan0
auto lo
iface lo inet loopback
allow-hotplug eth0
iface eth0 inet dhcp
iface eth0 inet6 auto
  iface wlan0 inet static
	address 10.0.0.1/24
iface eth1 inet manual
source /etc/network/interfaces.d/*
`;
    expect([...parseInterfaces(file).keys()]).toEqual(['eth0', 'wlan0']);
  });

  it('is seen by control sockets, and by the network that a radio is in', () => {
    expect([...usersBySockets('wpa_supplicant', ['wlan0', 'p2p-dev-wlan0'])]).toEqual([
      ['wlan0', { program: 'wpa_supplicant' }],
    ]);
    const devs = [
      { phy: 'phy0', name: 'wlan0', type: 'managed', ssid: 'Home' },
      { phy: 'phy1', name: 'wlan1', type: 'AP', ssid: 'Shop' },
      { phy: 'phy2', name: 'wlan2', type: 'managed' },
    ];
    expect([...usersByDevs(devs)].map(([name, { program, connection }]) => [name, program, connection])).toEqual([
      ['wlan0', 'wpa_supplicant', 'Home'],
      ['wlan1', 'hostapd', 'Shop'],
    ]);
  });
});

describe('ip -json', () => {
  it('tells cables, their addresses, their masters and their carrier', () => {
    const links = [
      { ifname: 'lo', link_type: 'loopback', flags: ['UP', 'LOWER_UP'] },
      {
        ...{ ifname: 'eth0', link_type: 'ether', address: '02:fc:00:00:00:01', flags: ['UP', 'LOWER_UP'], mtu: 1500 },
        addr_info: [
          { family: 'inet', local: '192.168.1.7', prefixlen: 24, broadcast: '192.168.1.255' },
          { family: 'inet6', local: 'fe80::1', prefixlen: 64 },
        ],
      },
      {
        ifname: 'veth1',
        link_type: 'ether',
        flags: ['NO-CARRIER', 'UP'],
        master: 'br0',
        linkinfo: { info_kind: 'veth' },
      },
    ];
    const [loopback, ...others] = parseLinks(JSON.stringify(links));
    expect(loopback).toMatchObject({ name: 'lo', isEthernet: false });
    expect(others).toEqual([
      {
        ...{ name: 'eth0', mac: '02:fc:00:00:00:01', isEthernet: true, isUp: true, hasCarrier: true, mtu: 1500 },
        ...{ addresses: ['192.168.1.7/24'], broadcasts: new Map([['192.168.1.7/24', '192.168.1.255']]) },
      },
      {
        ...{ name: 'veth1', mac: '', isEthernet: true, isUp: true, hasCarrier: false, master: 'br0', kind: 'veth' },
        ...{ addresses: [], broadcasts: new Map() },
      },
    ]);
  });

  it('tells the ways out', () => {
    const routes = [{ dst: 'default', gateway: '192.0.2.1', dev: 'eth0', flags: [] }, { dst: 'default' }];
    expect(parseRouteDevices(JSON.stringify(routes))).toEqual(['eth0']);
  });
});

describe('ss', () => {
  it('tells who has a port at every address', () => {
    const said = [
      'udp   UNCONN 0      0             0.0.0.0:53        0.0.0.0:*    users:(("dnsmasq",pid=612,fd=4))',
      'udp   UNCONN 0      0       127.0.0.53%lo:53        0.0.0.0:*    users:(("systemd-resolve",pid=400,fd=13))',
      'tcp   LISTEN 0      128                 *:8080            *:*    users:(("java",pid=700,fd=3),("java",pid=701,fd=3))',
      'tcp   LISTEN 0      128              [::]:22           [::]:*',
      'tcp   LISTEN 0      128       192.168.1.7:53        0.0.0.0:*',
    ];
    expect(parseListening(said.join('\n'))).toEqual([
      { protocol: 'udp', port: 53, program: 'dnsmasq', pid: 612 },
      { protocol: 'tcp', port: 8080, program: 'java', pid: 700 },
      { protocol: 'tcp', port: 22 },
    ]);
    expect(serviceOf('0::/system.slice/dnsmasq.service\n')).toBe('dnsmasq.service');
    expect(serviceOf('0::/user.slice/user-1000.slice/session-3.scope\n')).toBeUndefined();
  });

  it('tells at which address somebody is logged in', () => {
    const said =
      '0      0        192.168.1.7:22       192.168.1.2:51234\n0 0 [::ffff:10.0.0.3]:22 [::ffff:10.0.0.9]:4000 \n';
    expect(parseLoggedIn(said)).toEqual(['192.168.1.7', '10.0.0.3']);
  });
});

it('takes the country of a language that somebody chose', () => {
  expect(localeCountry({ LANG: 'ja_JP.UTF-8' }, '')).toBe('JP');
  expect(localeCountry({ LANG: 'C.UTF-8' }, 'LANG="cs_CZ.UTF-8"\n')).toBe('CZ');
  expect(localeCountry({ LC_ALL: 'C', LANG: 'en_US.UTF-8' }, '')).toBeUndefined();
  expect(localeCountry({}, '')).toBeUndefined();
});

it('reads everything without fail', () => {
  const parsers = [
    parseNmcli,
    parseNetworkctl,
    parseInterfaces,
    parseLinks,
    parseRouteDevices,
    parseListening,
    parseLoggedIn,
  ];
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.json()), (text) => {
      for (const parse of [...parsers, serviceOf]) parse(text);
    }),
  );
});
