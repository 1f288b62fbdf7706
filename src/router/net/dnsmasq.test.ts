import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findProgram } from '../machine/surroundings.ts';
import { type DnsSettings, dnsmasqConf } from './dnsmasq.ts';

const SETTINGS: DnsSettings = {
  lan: { interface: 'lan0', address: '192.168.42.1', cidr: '192.168.42.0/24' },
  hostname: 'hikyaku.internal',
  portal: true,
};
const linesOf = (settings: Partial<DnsSettings>, option: string) =>
  (dnsmasqConf({ ...SETTINGS, ...settings }) ?? '').split('\n').filter((line) => line.startsWith(`${option}=`));

describe('the configuration', () => {
  it('matches its snapshot', async () => {
    await expect(dnsmasqConf(SETTINGS)).toMatchFileSnapshot('snapshot/dnsmasq.conf');
  });

  const dnsmasq = findProgram('dnsmasq', '/usr/sbin:/sbin:/usr/bin');
  it.for([
    {},
    { portal: false },
    { captiveApi: 'https://files.example.org:8443/captive' },
    { lan: { interface: 'br-lan.7', address: '10.0.0.254', cidr: '10.0.0.0/8' } },
  ])('is understood by dnsmasq, with %j', (settings, context) => {
    if (dnsmasq === undefined) return context.skip('dnsmasq is not installed');
    const folder = mkdtempSync(join(tmpdir(), 'hikyaku-dnsmasq-'));
    const file = join(folder, 'dnsmasq.conf');
    writeFileSync(file, dnsmasqConf({ ...SETTINGS, ...settings }) ?? '');
    const { status, stderr } = spawnSync(dnsmasq, ['--test', `--conf-file=${file}`], { encoding: 'utf8' });
    rmSync(folder, { recursive: true });
    expect({ status, stderr }).toEqual({ status: 0, stderr: 'dnsmasq: syntax check OK.\n' });
  });
});

it.each([
  ['192.168.42.1', '192.168.42.0/24', 'dhcp-range=192.168.42.2,192.168.42.254,255.255.255.0,12h'],
  ['192.168.42.254', '192.168.42.0/24', 'dhcp-range=192.168.42.1,192.168.42.253,255.255.255.0,12h'],
  ['10.1.0.10', '10.1.0.0/22', 'dhcp-range=10.1.0.11,10.1.3.254,255.255.252.0,12h'],
])('phones get addresses beside %s in %s', (address, cidr, line) => {
  expect(linesOf({ lan: { interface: 'lan0', address, cidr } }, 'dhcp-range')).toEqual([line]);
});

it('a network with room for the router alone gives no addresses', () => {
  const lan = { interface: 'lan0', address: '10.0.0.1', cidr: '10.0.0.1/32' };
  expect(dnsmasqConf({ ...SETTINGS, lan })).toBeUndefined();
});

it('names of probes lead here only if port 80 does', () => {
  const names = linesOf({ portal: false }, 'host-record');
  expect(names).toEqual(['host-record=hikyaku.internal,192.168.42.1']);
  expect(linesOf({}, 'host-record')).toContain('host-record=captive.apple.com,192.168.42.1');
});

it('the address of the state is announced only when phones trust the certificate', () => {
  const options = (settings: Partial<DnsSettings>) => linesOf(settings, 'dhcp-option').join('\n');
  expect(options({})).not.toContain('114');
  expect(options({ captiveApi: 'https://a.example/captive' })).toContain('dhcp-option=114,https://a.example/captive');
});

it('no outside server is ever asked', () => {
  const text = dnsmasqConf(SETTINGS) ?? '';
  expect(text).toMatch(/^no-resolv$/m);
  expect(text).not.toMatch(/^(?:server|resolv-file|dhcp-relay|conf-file|conf-dir)=/m);
});
