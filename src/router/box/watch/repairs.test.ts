/** What is mended, and what is left to systemd, to the operator, or to time. */
import { expect, test } from 'vitest';
import type { BoxState } from '../state/state.ts';
import { offAir, RUNS, SETTINGS, WELL, withLink, without, withUnit } from '../state/testing/states.ts';
import { TARGET, UNITS } from '../units/names.ts';
import type { UnitState } from '../units/unit-states.ts';
import { repairsOf } from './repairs.ts';

const done = (state: BoxState): readonly string[] =>
  repairsOf(state).map((repair) => (repair.do === 'restart' ? `restart ${repair.unit}: ${repair.why}` : repair.why));

const SKIPPED = { active: 'inactive', isSkipped: true, activeSinceS: 0 } as const;
const WAITED_IN_VAIN = { active: 'inactive', activeSinceS: 0 } as const;
const NO_BATMAN = { state: 'missing', originators: 0, through_others: 0 } as const;

test('a box that works is left alone', () => {
  expect(done(WELL)).toEqual([]);
});

test.each<readonly [what: string, state: BoxState, repairs: readonly string[]]>([
  ['no box', { ...WELL, decided: { is: 'nothing' } }, []],
  ['settings that cannot be read', { ...offAir('ap0'), decided: { is: 'unreadable', problems: ['line 3'] } }, []],
  ['an access point that is silent', offAir('ap0'), ['restart hikyaku-ap.service: ap0 is not on the air']],
  [
    'an access point outside its bridge',
    withLink('ap0', { master: 'br-other' }),
    ['restart hikyaku-ap.service: ap0 is no part of lan0 any more'],
  ],
  [
    'a mesh that stayed dead after its link came back',
    offAir('mesh0'),
    ['restart hikyaku-mesh.service: mesh0 is not on the air'],
  ],
  [
    'a mesh link that was switched off: both at once, because the program stays dead',
    withLink('mesh0', { isUp: false }, offAir('mesh0')),
    ['mesh0 was switched off', 'restart hikyaku-mesh.service: mesh0 was switched off'],
  ],
  ['a bridge that is gone', withLink('lan0', 'gone'), ['lan0 is gone']],
  ['a bridge without its address', withLink('lan0', { addresses: [] }), ['lan0 has lost its address 192.168.42.1/24']],
  ['a cable outside batman-adv', withLink('eth2', { master: 'br-other' }), ['eth2 is no part of bh0 any more']],
  [
    'a cable that was pulled out of its bridge',
    { ...WELL, links: withoutMaster('eth1') },
    ['eth1 is no part of lan0 any more'],
  ],
  ['a cable without its adapter', withLink('eth1', 'gone'), []],
  ['an adapter that was pulled out', without('phy1', 'mesh0'), []],
  [
    'an adapter that was put in again',
    withLink('mesh0', 'gone'),
    ['mesh0 is gone', 'restart hikyaku-mesh.service: mesh0 is gone'],
  ],
  [
    'a radio that is blocked',
    { ...offAir('ap0'), blocked: new Map([['phy0', 'by software']]) },
    ['the radio of ap0 was blocked by software'],
  ],
  ['a radio whose switch is off', { ...offAir('ap0'), blocked: new Map([['phy0', 'by a switch']]) }, []],
  ['a blocked radio that is not used', { ...WELL, blocked: new Map([['phy7', 'by software']]) }, []],
  [
    'a unit that its operator stopped',
    withUnit(UNITS.accessPoint, { active: 'inactive', endedAtS: 300 }, offAir('ap0')),
    [],
  ],
  [
    'an adapter that came only after the start: its unit was passed over',
    withUnit(UNITS.accessPoint, SKIPPED, withLink('ap0', 'gone')),
    ['ap0 is gone', 'hikyaku-ap.service was never started'],
  ],
  ['an adapter that has not come yet', withUnit(UNITS.accessPoint, SKIPPED, without('phy0', 'ap0')), []],
  [
    'what stands on links that failed at first',
    withUnit(UNITS.names, WAITED_IN_VAIN, withUnit(UNITS.mesh, WAITED_IN_VAIN, offAir('mesh0'))),
    ['hikyaku-names.service and hikyaku-mesh.service were never started'],
  ],
  [
    'what stood on links that failed when they were started anew',
    withUnit(UNITS.names, { active: 'inactive', endedAtS: 15 }),
    ['hikyaku-names.service was never started'],
  ],
  ['a mesh without batman-adv', { ...withUnit(UNITS.mesh, SKIPPED, withLink('mesh0', 'gone')), batman: NO_BATMAN }, []],
  ['a unit that is masked', withUnit(UNITS.names, { ...SKIPPED, isMasked: true }), []],
  ['a box that is being stopped', withUnit(TARGET, { active: 'inactive' }, withUnit(UNITS.names, WAITED_IN_VAIN)), []],
  ['links that are being made', withUnit(UNITS.links, { active: 'activating' }, withLink('lan0', 'gone')), []],
  [
    'a program that systemd gave up',
    withUnit(UNITS.mesh, { active: 'failed', result: 'start-limit-hit' }, offAir('mesh0')),
    ['restart hikyaku-mesh.service: hikyaku-mesh.service has given up (start-limit-hit)'],
  ],
  ['a program that has just started', withUnit(UNITS.accessPoint, { activeSinceS: 595 }, offAir('ap0')), []],
  ['a program that systemd starts again', withUnit(UNITS.accessPoint, { active: 'activating' }, offAir('ap0')), []],
])('%s', (_what, state, repairs) => {
  expect(done(state)).toEqual(repairs);
});

test('what was left out because the links were late is started, and nothing else', () => {
  const { activeSinceS: _never, ...never } = RUNS;
  const leftOut = (change: Partial<UnitState> = {}): BoxState => ({
    ...WELL,
    units: new Map(WELL.units).set(UNITS.names, { ...never, active: 'inactive', ...change }),
  });
  const started = ['hikyaku-names.service was never started'];
  expect(done(leftOut())).toEqual(started);
  expect(done(leftOut({ isSkipped: true }))).toEqual(started);
  expect(done(leftOut({ activeSinceS: 30, endedAtS: 40 }))).toEqual([]);
  expect(done(leftOut({ isMasked: true }))).toEqual([]);
  const links: UnitState = { ...RUNS, active: 'activating' };
  expect(done({ ...leftOut(), units: new Map(leftOut().units).set(UNITS.links, links) })).toEqual([]);
});

test('what somebody stopped stays so beside what was left out', () => {
  const stopped = withUnit(UNITS.accessPoint, { active: 'inactive', endedAtS: 300 }, offAir('ap0'));
  const [repair, ...others] = repairsOf(withUnit(UNITS.names, WAITED_IN_VAIN, stopped));
  expect(repair).toMatchObject({ do: 'start', units: [UNITS.names] });
  expect(others).toEqual([]);
});

test('a channel with radar is listened to for a minute before anything is wrong', () => {
  const settings = {
    ...SETTINGS,
    accessPoint: { ...SETTINGS.accessPoint, radio: '02:00:00:00:00:00', channel: 100, isolates: false },
  };
  if (WELL.decided.is !== 'box') throw new Error('expected a box');
  const listening = { ...offAir('ap0'), decided: { ...WELL.decided, settings } };
  expect(done(withUnit(UNITS.accessPoint, { activeSinceS: 540 }, listening))).toEqual([]);
  expect(done(withUnit(UNITS.accessPoint, { activeSinceS: 500 }, listening))).toHaveLength(1);
});

function withoutMaster(name: string): BoxState['links'] {
  const { master: _master, ...rest } = WELL.links.get(name) ?? { mac: '', isUp: true, hasCarrier: true, addresses: [] };
  return new Map(WELL.links).set(name, rest);
}
