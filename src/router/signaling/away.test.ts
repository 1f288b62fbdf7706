import { expect, it } from 'vitest';
import type { DeviceId } from '../../protocol/signaling.ts';
import { AwayDevices } from './away.ts';

const id = (name: string): DeviceId => name.padEnd(12, '-') as DeviceId;

it('keeps each until its time, in the order in which they left', () => {
  const away = new AwayDevices({ awayDevices: 9, awayPerAddress: 9, awayPerNetwork: 9 });
  away.add(id('a'), '10.0.0.1', 5);
  away.add(id('b'), '10.0.0.2', 7);
  expect([away.firstEnd, away.endedAt(4), away.endedAt(5), away.endedAt(7)]).toEqual([
    5,
    [],
    [id('a')],
    [id('a'), id('b')],
  ]);
  away.delete(id('a'));
  expect([away.firstEnd, away.endedAt(7)]).toEqual([7, [id('b')]]);
});

it('drops the first of an address that has too many', () => {
  const away = new AwayDevices({ awayDevices: 9, awayPerAddress: 2, awayPerNetwork: 9 });
  const added = ['a', 'b', 'c'].map((name) => away.add(id(name), '10.0.0.1', 1));
  expect(added).toEqual([undefined, undefined, id('a')]);
});

it('drops the first of the address with most of them when there are too many in all', () => {
  const away = new AwayDevices({ awayDevices: 3, awayPerAddress: 9, awayPerNetwork: 9 });
  away.add(id('alone'), '10.0.0.1', 1);
  away.add(id('a'), '10.0.0.2', 1);
  away.add(id('b'), '10.0.0.2', 1);
  expect(away.add(id('other'), '10.0.0.3', 1)).toBe(id('a'));
});

it('drops the first of all when no address has more than others', () => {
  const away = new AwayDevices({ awayDevices: 1, awayPerAddress: 9, awayPerNetwork: 9 });
  away.add(id('a'), '10.0.0.1', 1);
  expect(away.add(id('b'), '10.0.0.2', 1)).toBe(id('a'));
});

it('keeps as many behind a proxy on this machine as in a network', () => {
  const away = new AwayDevices({ awayDevices: 9, awayPerAddress: 1, awayPerNetwork: 2 });
  expect(['a', 'b', 'c'].map((name) => away.add(id(name), '127.0.0.1', 1))).toEqual([undefined, undefined, id('a')]);
});

it('counts addresses of one IPv6 network singly, and together up to a separate limit', () => {
  const away = new AwayDevices({ awayDevices: 9, awayPerAddress: 1, awayPerNetwork: 2 });
  expect([away.add(id('a'), 'fd00::1', 1), away.add(id('b'), 'fd00::2', 1)]).toEqual([undefined, undefined]);
  expect(away.add(id('c'), 'fd00::3', 1)).toBe(id('a'));
  away.delete(id('a'));
  expect(away.add(id('d'), 'fd00::3', 1)).toBe(id('b'));
});
