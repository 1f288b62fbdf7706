import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { NAT_KINDS } from '../config/choices.ts';
import { findProgram } from '../machine/surroundings.ts';
import { type NatSettings, natRules, removal } from './nft.ts';

const SETTINGS: NatSettings = {
  lan: { interface: 'lan0', address: '192.168.42.1', cidr: '192.168.42.0/24' },
  backhaul: { interface: 'bh-0.7', address: '192.168.1.144', cidr: '192.168.1.0/24' },
  kind: 'port-restricted',
  turnPort: 3478,
  openTcp: [8080],
  openUdp: [6696],
  web: { public: 80, own: 8080 },
};

describe.each(NAT_KINDS)('the rules of a %s router', (kind) => {
  it('match their snapshot', async () => {
    await expect(natRules({ ...SETTINGS, kind })).toMatchFileSnapshot(`snapshot/${kind}.nft`);
  });

  const nft = findProgram('nft', '/usr/sbin:/sbin:/usr/bin');
  const why = nft === undefined ? 'nft is not installed' : process.getuid?.() === 0 ? undefined : 'needs root';
  it.for([[], [8080, 8080, 22]])('are understood by nft, with open TCP ports %j', (openTcp, context) => {
    if (why !== undefined || nft === undefined) return context.skip(why);
    // In a separate network namespace: nft loads modules and reads tables even when it only checks.
    const rules = natRules({ ...SETTINGS, kind, openTcp });
    const words = ['--net', nft, '-c', '-f', '-'];
    expect(spawnSync('unshare', words, { input: rules, encoding: 'utf8' })).toMatchObject({ status: 0, stderr: '' });
  });
});

it('are removed table by table, and nothing else is', () => {
  expect(removal()).toBe(
    'table inet hikyaku\ndelete table inet hikyaku\ntable ip hikyaku_nat\ndelete table ip hikyaku_nat\n',
  );
});

it('lead no port to the app unless told to', () => {
  const { web: _, ...plain } = SETTINGS;
  expect(natRules(SETTINGS)).toContain('iifname "lan0" ip daddr 192.168.42.1 tcp dport 80 redirect to :8080');
  expect(natRules(plain)).not.toContain('redirect');
});

it('only the full cone lets unrequested packets in from the backhaul', () => {
  const open = 'iifname "bh-0.7" ip daddr 192.168.1.144 udp dport != { 3478, 20000-24999, 6696 } dnat';
  expect(natRules({ ...SETTINGS, kind: 'full-cone' })).toContain(open);
  expect(natRules(SETTINGS)).not.toContain(open);
  expect(natRules(SETTINGS)).not.toContain('random');
});
