/** What the router may tell of the radio, and that its own parser takes it. */
import { expect, test } from 'vitest';
import { parseRadioReport, radioReportText } from '../../machine/radio-report.ts';
import type { BoxState } from '../state/state.ts';
import { offAir, SETTINGS, WELL, withLink, without, withUnit } from '../state/testing/states.ts';
import { UNITS } from '../units/names.ts';
import { reportOf } from './report.ts';

const apOf = (state: BoxState) => reportOf(state, {}).access_point;

test('a box with two radios', () => {
  const report = reportOf(WELL, { ap0: { activeMs: 10_000, busyMs: 1_000 } });
  expect(report).toEqual({
    up_s: 600,
    country: 'JP',
    access_point: {
      interface: 'ap0',
      state: 'on-air',
      channel: 6,
      busy_percent: 40,
      noise_dbm: -92,
      stations_dbm: [-50],
    },
    mesh_point: { interface: 'mesh0', state: 'on-air', channel: 11, peers: 1 },
    batman: { state: 'running', originators: 2, through_others: 1 },
  });
  expect(parseRadioReport(radioReportText(report))).toEqual({ ok: true, value: report });
});

test('a counter that began anew counts from there', () => {
  expect(reportOf(WELL, { ap0: { activeMs: 90_000, busyMs: 1_000 } }).access_point?.busy_percent).toBe(25);
});

test('how many phones its radio holds, where that is few', () => {
  const mostOf = (driver: string, phones: number) =>
    apOf({
      ...WELL,
      drivers: new Map([['phy0', driver]]),
      stations: new Map([['ap0', Array.from({ length: phones }, () => ({ signalDbm: -50, isPeer: false }))]]),
    })?.stations_at_most;
  expect(mostOf('ath9k_htc', 3)).toBe(6);
  expect(mostOf('ath9k_htc', 7)).toBe(7);
  expect(mostOf('mt76x2u', 3)).toBeUndefined();
});

test('why an access point does not send', () => {
  expect(apOf({ ...WELL, blocked: new Map([['phy0', 'by a switch']]) })?.state).toBe('blocked');
  expect(apOf(without('phy0', 'ap0'))?.state).toBe('off');
  expect(apOf(withUnit(UNITS.accessPoint, { active: 'inactive' }, offAir('ap0')))?.state).toBe('off');
  expect(apOf(offAir('ap0'))?.state).toBe('starting');
  expect(apOf(withLink('ap0', 'gone'))?.state).toBe('starting');
});

test('a box of cables has no radio to tell of', () => {
  if (WELL.decided.is !== 'box') throw new Error('expected a box');
  const { accessPoint: _ap, meshPoint: _mesh, ...settings } = SETTINGS;
  expect(reportOf({ ...WELL, decided: { ...WELL.decided, settings } }, {})).toEqual({
    up_s: 600,
    batman: { state: 'running', originators: 2, through_others: 1 },
  });
});

test('no box, nothing to tell', () => {
  expect(reportOf({ ...WELL, decided: { is: 'nothing' } }, {})).toEqual({ up_s: 600 });
});
