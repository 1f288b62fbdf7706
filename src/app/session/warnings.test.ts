import { expect, test } from 'vitest';
import type { DeviceId } from '../../protocol/signaling.ts';
import type { NotProven } from '../model/model.ts';
import { QUIET_MS, QUIET_OF_STRANGERS_MS, Warnings } from './warnings.ts';

const idOf = (name: string) => name.padEnd(16, '_') as DeviceId;
const of = (name: string, cause: NotProven['cause'] = 'unproven'): NotProven => ({
  peer: idOf(name),
  peerName: name,
  cause,
});

function setting({ friends = [] }: { friends?: readonly string[] } = {}) {
  let now = 1_000;
  const known = new Set(friends.map(idOf));
  let isAtRest = true;
  const tasks: (() => void)[] = [];
  const warnings = new Warnings({
    now: () => now,
    isStranger: (id) => !known.has(id),
    isAtRest: () => isAtRest,
    schedule: (task) => tasks.push(task),
  });
  const names = () => warnings.shown.value.map(({ peerName }) => peerName);
  const later = (ms: number) => {
    now += ms;
  };
  /** A finger comes to the page, or has left it for long enough. */
  const touch = (isTouched: boolean) => {
    isAtRest = !isTouched;
    for (const task of tasks.splice(0)) task();
  };
  return { warnings, names, later, touch };
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

test('made-up strangers push nobody who is known off the screen, and each is counted once', () => {
  const { warnings, names } = setting({ friends: ['Mother'] });
  warnings.add(of('Mother'));
  for (const name of ['x1', 'x2', 'x3', 'x4', 'x1', 'x2', 'x3', 'x4']) warnings.add(of(name));
  expect([names(), warnings.more.value]).toEqual([['Mother', 'x3', 'x4'], 2]);
});

test('a warning that was put away comes again when the next try fails, also about a stranger', () => {
  const { warnings, names, later } = setting({ friends: ['Mother'] });
  for (const name of ['Mother', 'n1']) warnings.add(of(name));
  warnings.dismiss();
  for (const name of ['Mother', 'n1']) warnings.add(of(name));
  expect([names(), warnings.more.value]).toEqual([[], 0]);
  later(QUIET_MS);
  for (const name of ['Mother', 'n1']) warnings.add(of(name));
  expect(names()).toEqual(['Mother', 'n1']);
});

test('a stranger is warned of more and more rarely, somebody who is known is not', () => {
  const { warnings, names, later } = setting({ friends: ['Mother'] });
  const again = (wait: number) => {
    later(wait);
    for (const name of ['Mother', 'n1']) warnings.add(of(name));
    const shown = names();
    warnings.dismiss();
    return shown;
  };
  expect(again(0)).toEqual(['Mother', 'n1']);
  expect(again(QUIET_MS)).toEqual(['Mother', 'n1']);
  expect(again(QUIET_MS)).toEqual(['Mother']);
  expect(again(QUIET_OF_STRANGERS_MS)).toEqual(['Mother', 'n1']);
});

test('whoever tries it themselves is warned at once, also of a stranger', () => {
  const { warnings, names } = setting();
  warnings.add(of('n1'));
  warnings.dismiss();
  for (const name of ['n1', 'n2']) warnings.tries(idOf(name));
  for (const name of ['n1', 'n2', 'n3']) warnings.add(of(name));
  expect(names()).toEqual(['n1', 'n2']);
});

test('after a warning was put away other strangers, who come under ever new ids, are quiet, but nobody who is known', () => {
  const { warnings, names, later } = setting({ friends: ['Haru'] });
  warnings.add(of('n1'));
  warnings.dismiss();
  warnings.add(of('n2'));
  warnings.add(of('Haru'));
  expect(names()).toEqual(['Haru']);
  later(QUIET_OF_STRANGERS_MS);
  warnings.add(of('n2'));
  expect(names()).toEqual(['Haru', 'n2']);
});

test('nothing moves under a finger: what comes meanwhile is shown at rest', () => {
  const { warnings, names, touch } = setting();
  touch(true);
  for (const name of ['n1', 'n2', 'n3', 'n4']) warnings.add(of(name));
  touch(true);
  expect([names(), warnings.more.value]).toEqual([[], 0]);
  touch(false);
  expect([names(), warnings.more.value]).toEqual([['n2', 'n3', 'n4'], 1]);
});

test('what came while the others were put away is not put away unread', () => {
  const { warnings, names, touch } = setting();
  warnings.add(of('n1'));
  touch(true);
  warnings.add(of('n2'));
  warnings.dismiss();
  expect(names()).toEqual([]);
  touch(false);
  expect(names()).toEqual(['n2']);
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
