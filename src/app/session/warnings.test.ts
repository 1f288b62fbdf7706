import { expect, test } from 'vitest';
import type { DeviceId } from '../../protocol/signaling.ts';
import type { NotProven } from '../model/model.ts';
import { QUIET_MS, Warnings } from './warnings.ts';

const idOf = (name: string) => name.padEnd(16, '_') as DeviceId;
const of = (name: string, cause: NotProven['cause'] = 'unproven'): NotProven => ({
  peer: idOf(name),
  peerName: name,
  cause,
});

function setting({ friends = [] }: { friends?: readonly string[] } = {}) {
  let now = 1_000;
  const known = new Set(friends.map(idOf));
  const warnings = new Warnings({ now: () => now, isStranger: (id) => !known.has(id) });
  const names = () => warnings.shown.value.map(({ peerName }) => peerName);
  const later = (ms: number) => {
    now += ms;
  };
  return { warnings, names, later };
}

test('there is one warning for each device, with the last cause', () => {
  const { warnings } = setting();
  warnings.add(of('Aki', 'no-proof'));
  warnings.add(of('Aki'));
  expect(warnings.shown.value).toEqual([of('Aki')]);
});

test('of many devices the newest are shown, and the others are counted', () => {
  const { warnings, names } = setting();
  for (let n = 1; n <= 5; n += 1) warnings.add(of(`n${n}`));
  expect([names(), warnings.more.value]).toEqual([['n3', 'n4', 'n5'], 2]);
  warnings.add(of('n4'));
  expect([names(), warnings.more.value]).toEqual([['n3', 'n5', 'n4'], 2]);
});

test('after a warning was put away there is quiet about that device, and then none', () => {
  const { warnings, names, later } = setting({ friends: ['Aki'] });
  warnings.add(of('Aki'));
  warnings.dismiss();
  warnings.add(of('Aki'));
  expect([names(), warnings.more.value]).toEqual([[], 0]);
  later(QUIET_MS);
  warnings.add(of('Aki'));
  expect(names()).toEqual(['Aki']);
});

test('then strangers, who can call under ever new ids, are quiet too, but not somebody who is known', () => {
  const { warnings, names, later } = setting({ friends: ['Haru'] });
  warnings.add(of('n1'));
  warnings.dismiss();
  warnings.add(of('n2'));
  warnings.add(of('Haru'));
  expect(names()).toEqual(['Haru']);
  later(QUIET_MS);
  warnings.add(of('n2'));
  expect(names()).toEqual(['Haru', 'n2']);
});

test('what is remembered is bounded', () => {
  const { warnings, names } = setting({ friends: Array.from({ length: 70 }, (_, n) => `n${n}`) });
  for (let n = 0; n < 70; n += 1) {
    warnings.add(of(`n${n}`));
    warnings.dismiss();
  }
  warnings.add(of('n69'));
  warnings.add(of('n0'));
  expect(names()).toEqual(['n0']);
});
