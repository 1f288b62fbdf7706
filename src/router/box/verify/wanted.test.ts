/** What a client must be able to do, and how it is said that it cannot. */
import { expect, test } from 'vitest';
import { CONFIG, offAir, SETTINGS, WELL, withUnit } from '../state/testing/states.ts';
import { UNITS } from '../units/names.ts';
import { reportOf } from '../watch/report.ts';
import { notYet } from './on-air.ts';
import { type Done, errandOf, failuresOf } from './wanted.ts';

const errand = errandOf(SETTINGS, CONFIG);
const ALL: Done = { address: 'done', name: 'done', health: 'done', page: 'done', stun: 'done' };

test('what the client is told', () => {
  expect(errand).toEqual({ hostname: 'hikyaku.internal', port: 80, stun: { address: '10.107.3.4', port: 3478 } });
  const { meshPoint: _mesh, ...alone } = { ...SETTINGS, backhaulCables: [] };
  expect(errandOf(alone, CONFIG)).toEqual({ hostname: 'hikyaku.internal', port: 80 });
  expect(errandOf(SETTINGS, { ...CONFIG, turn: 'off' })).not.toHaveProperty('stun');
});

test('all of it, or what is missing', () => {
  expect(failuresOf(errand, ALL)).toEqual([]);
  expect(failuresOf(errand, { address: { problem: 'no offer from DHCP' } })).toEqual([
    'a phone gets no address (no offer from DHCP)',
  ]);
  expect(failuresOf(errand, { ...ALL, name: { problem: 'ETIMEOUT' }, page: { problem: 'HTTP 503 for /' } })).toEqual([
    'the name of the router is not found (ETIMEOUT)',
    'the app does not open (HTTP 503 for /)',
  ]);
  const { stun: _none, ...noStun } = ALL;
  expect(failuresOf(errand, noStun)).toEqual(['STUN does not answer at the address between boxes']);
  expect(failuresOf(errandOf(SETTINGS, { ...CONFIG, turn: 'off' }), noStun)).toEqual([]);
  expect(failuresOf(errand, {})).toEqual(['a phone gets no address']);
});

test('before a client is sent, the box itself must be there', () => {
  const missing = (state: typeof WELL) => notYet(state, reportOf(state, {}));
  expect(missing(WELL)).toEqual([]);
  expect(missing(offAir('mesh0', offAir('ap0')))).toEqual(['the access point starts', 'the mesh link starts']);
  expect(missing(withUnit(UNITS.router, { active: 'activating' }))).toEqual(['hikyaku-router.service is activating']);
  expect(missing({ ...WELL, units: new Map() })).toContain('hikyaku-links.service is not there');
});
