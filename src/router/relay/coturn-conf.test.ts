import { describe, expect, it } from 'vitest';
import { RELAY_LIMITS } from '../limits/limits.ts';
import type { Networks } from '../net/networks.ts';
import { coturnConf, listeningAddresses } from './coturn-conf.ts';

const LAN = { interface: 'lan0', address: '192.168.42.1', cidr: '192.168.42.0/24' };
const BACKHAUL = { interface: 'bh0', address: '192.168.1.144', cidr: '192.168.1.0/24' };
const BOTH: Networks = {
  lan: LAN,
  backhaul: BACKHAUL,
  own: ['127.0.0.1', '192.168.42.1', '192.168.1.144'],
  problems: [],
};
const SETTINGS = { port: 3478, secret: '0123456789abcdef', limits: RELAY_LIMITS, mark: 'abc', tellsUsage: false };
const conf = (networks: Networks) => coturnConf({ ...SETTINGS, networks });
const valuesOf = (text: string | undefined, option: string) =>
  (text ?? '').split('\n').flatMap((line) => (line.startsWith(`${option}=`) ? [line.slice(option.length + 1)] : []));

it('for a router between two networks matches its snapshot', async () => {
  await expect(conf(BOTH)).toMatchFileSnapshot('snapshot/turnserver.conf');
  expect(listeningAddresses(BOTH)).toEqual(['192.168.42.1', '192.168.1.144']);
});

it('tells what it relays where that is wanted, and little about its clients otherwise', () => {
  const linesOf = (tellsUsage: boolean) => (coturnConf({ ...SETTINGS, networks: BOTH, tellsUsage }) ?? '').split('\n');
  const quiet = linesOf(false);
  expect(linesOf(true).filter((line) => !quiet.includes(line))).toEqual(['verbose']);
});

it('for a router of one LAN relays there', () => {
  const text = conf({ lan: LAN, own: ['192.168.42.1'], problems: [] });
  expect(valuesOf(text, 'relay-ip')).toEqual(['192.168.42.1']);
  expect(valuesOf(text, 'allowed-peer-ip')).toEqual(['192.168.42.2-192.168.42.254']);
});

it('without a network there is no configuration', () => {
  expect(conf({ own: ['127.0.0.1'], problems: [] })).toBeUndefined();
});

describe('the relay may not send to an address of the router', () => {
  it('wherever the addresses are in its ranges, and however many', () => {
    const own = ['192.168.42.254', '192.168.42.100', '192.168.1.1', '10.0.0.1'];
    const text = conf({ ...BOTH, own });
    expect(valuesOf(text, 'allowed-peer-ip')).toEqual([
      '192.168.1.2-192.168.1.254',
      '192.168.42.1-192.168.42.99',
      '192.168.42.101-192.168.42.253',
    ]);
  });
});
