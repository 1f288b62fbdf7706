import type { NetworkInterfaceInfo } from 'node:os';
import { describe, expect, it } from 'vitest';
import { isNear, isPartOf, networksOf, positionOf } from './networks.ts';

const at = (cidr: string, internal = false): NetworkInterfaceInfo => ({
  family: 'IPv4',
  address: cidr.split('/')[0] ?? '',
  netmask: '',
  mac: '',
  internal,
  cidr,
});
const LO = { lo: [at('127.0.0.1/8', true)] };
const TWO = { ...LO, bh0: [at('192.168.1.144/24')], lan0: [at('192.168.42.1/24')] };
const by = (name: string) => ({ by: 'interface', name }) as const;
const ALL = '0.0.0.0';

describe('the sides of the router', () => {
  it('are those in the flags, by interface or by address', () => {
    const asked = { host: ALL, lan: by('lan0'), backhaul: { by: 'address', address: '192.168.1.144' } } as const;
    expect(networksOf(asked, TWO)).toEqual({
      lan: { interface: 'lan0', address: '192.168.42.1', cidr: '192.168.42.0/24' },
      backhaul: { interface: 'bh0', address: '192.168.1.144', cidr: '192.168.1.0/24' },
      own: ['127.0.0.1', '192.168.1.144', '192.168.42.1'],
      problems: [],
    });
  });

  it('are only a LAN without flags: the first interface that is neither virtual nor the backhaul', () => {
    const docker = { docker0: [at('172.17.0.1/16')], ...TWO };
    expect(networksOf({ host: ALL }, docker)).toMatchObject({ lan: { interface: 'bh0' } });
    expect(networksOf({ host: ALL }, docker)).not.toHaveProperty('backhaul');
    expect(networksOf({ host: ALL, backhaul: by('bh0') }, docker)).toMatchObject({ lan: { interface: 'lan0' } });
    expect(networksOf({ host: '192.168.42.1' }, docker)).toMatchObject({ lan: { interface: 'lan0' } });
  });

  it('are missing on a router for this machine only, or on a machine without a network', () => {
    expect(networksOf({ host: '127.0.0.1', lan: by('lan0') }, TWO)).not.toHaveProperty('lan');
    expect(networksOf({ host: ALL }, LO)).not.toHaveProperty('lan');
  });

  it.each([
    [{ lan: by('lan7') }, TWO, '--lan lan7: this interface has no IPv4 address now'],
    [
      { backhaul: { by: 'address', address: '10.0.0.1' } },
      TWO,
      '--backhaul 10.0.0.1: this machine has no such address now',
    ],
    [
      { lan: by('a'), backhaul: by('b') },
      { a: [at('10.0.0.1/8')], b: [at('10.1.0.1/16')] },
      'the LAN 10.0.0.0/8 and the backhaul 10.1.0.0/16 overlap: renumber one',
    ],
    [
      { backhaul: by('b'), lan: by('a') },
      { a: [at('10.0.0.1/8')], b: [at('169.254.7.1/16')] },
      'the backhaul 169.254.0.0/16 is link-local: give it private addresses',
    ],
  ] as const)('%j are told to be wrong', (asked, interfaces, problem) => {
    expect(networksOf({ host: ALL, ...asked }, interfaces).problems).toEqual([problem]);
  });
});

it('the way between routers is waited for, and not said to be wrong, while nothing is at its other end', () => {
  const idle = { ...TWO, bh0: [{ ...at('10.107.3.4/16'), idle: true as const }] };
  const networks = networksOf({ host: ALL, lan: by('lan0'), backhaul: by('bh0') }, idle);
  expect(networks).not.toHaveProperty('backhaul');
  expect(networks).toMatchObject({ waiting: { interface: 'bh0', cidr: '10.107.0.0/16' }, problems: [] });
});

describe('a client', () => {
  const networks = networksOf({ host: ALL, lan: by('lan0'), backhaul: by('bh0') }, TWO);
  it.each([
    ['192.168.42.100', 'lan'],
    ['::ffff:192.168.42.100', 'lan'],
    ['192.168.1.50', 'backhaul'],
    ['127.0.0.1', 'lan'],
    ['::1', 'lan'],
    ['192.168.1.144', 'lan'],
    ['10.0.0.1', 'elsewhere'],
    ['fd00::7', 'elsewhere'],
    ['unknown', 'elsewhere'],
  ] as const)('from %s is at: %s', (address, position) => {
    expect(positionOf(address, networks)).toBe(position);
  });

  it.each([
    ['::ffff:192.168.42.100', true],
    ['::1', true],
    ['192.168.1.50', false],
    ['::ffff:192.168.1.50', false],
    ['fe80::1', false],
    ['fd00::7', false],
    ['100.64.0.3', false],
    ['unknown', false],
  ])('from %s may be told the password of the Wi-Fi: %s', (address, may) => {
    expect(isNear(address, networks)).toBe(may);
  });

  it('may be told it where no LAN is known, unless it is on the backhaul', () => {
    const alone = networksOf({ host: ALL, backhaul: by('bh0') }, { ...LO, bh0: TWO.bh0 });
    expect(['192.168.1.50', '192.168.42.100', 'fe80::1'].map((address) => isNear(address, alone))).toEqual([
      false,
      true,
      true,
    ]);
  });
});

describe('a cable that is out', () => {
  const asked = { host: ALL, lan: by('lan0'), backhaul: by('bh0') };
  const whole = networksOf(asked, TWO);
  const { bh0: _, ...out } = TWO;

  it('removes an address and changes nothing else', () => {
    expect(isPartOf(networksOf(asked, out), whole)).toBe(true);
    expect(isPartOf(whole, whole)).toBe(false);
    expect(isPartOf(whole, networksOf(asked, out))).toBe(false);
  });

  it('is not the same as another address, another network in its place, or another range', () => {
    const more = networksOf(asked, { docker0: [at('172.17.0.1/16')], ...TWO });
    expect(isPartOf(whole, more)).toBe(true);
    expect(isPartOf(networksOf(asked, { ...out, bh0: [at('192.168.1.144/16')] }), more)).toBe(false);
    expect(isPartOf(networksOf(asked, { ...TWO, lan0: [at('192.168.42.1/25')] }), more)).toBe(false);
    expect(isPartOf(networksOf(asked, { ...out, bh0: [at('192.168.1.7/24')] }), whole)).toBe(false);
    expect(isPartOf(networksOf({ host: ALL, lan: by('lan0') }, { ...LO, lan0: [at('192.168.1.144/24')] }), whole)).toBe(
      false,
    );
  });
});
