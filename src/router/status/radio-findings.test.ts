import { describe, expect, it } from 'vitest';
import type { RadioStatus } from '../machine/radio.ts';
import { findingsOf, levelOf } from './findings.ts';
import { ofRadio } from './radio-findings.ts';
import type { Status } from './status.ts';

type Known = Extract<RadioStatus, { state: 'known' }>;
const known = (more: Partial<Known>): RadioStatus => ({ state: 'known', age_s: 3, country: 'JP', ...more });
const ap = (more: Partial<NonNullable<Known['access_point']>> = {}) => ({
  access_point: { interface: 'ap0', state: 'on-air' as const, channel: 6, stations_dbm: [], ...more },
});
const mp = (more: Partial<NonNullable<Known['mesh_point']>> = {}) => ({
  mesh_point: { interface: 'mesh0', state: 'on-air' as const, channel: 11, peers: 1, ...more },
});
const self = { id: 'self', name: 'R1', address: '192.168.42.1', clients: 0, last_seen_ms: 0 };

const statusWith = (radio: RadioStatus | undefined, more: Partial<Status> = {}): Status => ({
  router: { id: 'self', name: 'R1', version: '1', uptime_s: 600, rss_bytes: 1, time: '2026-11-26T19:41:02+09:00' },
  urls: ['http://192.168.42.1:8080/'],
  clients: 0,
  clients_at_most: 512,
  turn: { state: 'running' },
  tls: { state: 'off', reason: '' },
  words: { state: 'off', cause: 'switched-off' },
  mesh: { state: 'alone', trust: 'key', digest: '', routers: [self] },
  ...(radio && { radio }),
  ...more,
});
const found = (radio: RadioStatus | undefined, more: Partial<Status> = {}) => [...ofRadio(statusWith(radio, more))];
const joined = { mesh: { ...statusWith(undefined).mesh, state: 'joined' as const } };

describe('of the radio', () => {
  it.each<[string, RadioStatus | undefined, object[]]>([
    ['nothing, where nobody reports', undefined, []],
    ['nothing, where all is well', known({ ...ap({ stations_dbm: [-50] }), ...mp() }), []],
    ['an old report', { state: 'unknown', cause: 'old', age_s: 91 }, [{ code: 'radio-unknown' }]],
    [
      'a damaged one',
      { state: 'unknown', cause: 'damaged', reason: 'not JSON' },
      [{ code: 'radio-unknown', reason: 'not JSON' }],
    ],
    ['an access point that is off', known(ap({ state: 'off' })), [{ code: 'access-point-off', others: false }]],
    ['one that does not start', known(ap({ state: 'starting' })), [{ code: 'access-point-off', others: false }]],
    [
      'radios that are switched off',
      known({ ...ap({ state: 'blocked' }), ...mp({ state: 'blocked', peers: 0 }) }),
      [{ code: 'radio-blocked', names: ['ap0', 'mesh0'] }],
    ],
    ['one that waits for radar', known(ap({ state: 'radar' })), [{ code: 'radar-wait', names: ['ap0'] }]],
    ['a mesh point that is off', known(mp({ state: 'off', peers: 0 })), [{ code: 'mesh-point-off' }]],
    ['one without a neighbour', known(mp({ peers: 0 })), [{ code: 'mesh-point-alone' }]],
    [
      'a kernel without batman-adv',
      known({ ...mp({ state: 'off', peers: 0 }), batman: { state: 'missing', originators: 0, through_others: 0 } }),
      [{ code: 'batman-missing' }],
    ],
    ['the world domain', known({ country: '00' }), [{ code: 'country-unset' }]],
    ['a busy channel', known(ap({ busy_percent: 75 })), [{ code: 'air-busy', channel: 6, percent: 75 }]],
    ['one that is not', known(ap({ busy_percent: 74 })), []],
    [
      'a busy channel of both, once',
      known({ ...ap({ busy_percent: 80 }), ...mp({ busy_percent: 90, channel: 6 }) }),
      [{ code: 'air-busy', channel: 6, percent: 90 }],
    ],
    [
      'many stations',
      known(ap({ stations_dbm: Array.from({ length: 18 }, () => -40), stations_at_most: 20 })),
      [{ code: 'stations-many', stations: 18, most: 20 }],
    ],
    ['fewer', known(ap({ stations_dbm: Array.from({ length: 17 }, () => -40), stations_at_most: 20 })), []],
    ['all far away', known(ap({ stations_dbm: [-79, -85, -90] })), [{ code: 'stations-weak', count: 3 }]],
    ['one of them near', known(ap({ stations_dbm: [-78, -85, -90] })), []],
    ['two of them', known(ap({ stations_dbm: [-85, -90] })), []],
  ])('%s', (_, radio, expected) => {
    expect(found(radio)).toEqual(expected);
  });

  it('waits for the first report', () => {
    const missing: RadioStatus = { state: 'unknown', cause: 'missing', reason: 'ENOENT' };
    const early = { router: { ...statusWith(undefined).router, uptime_s: 59 } };
    expect(found(missing, early)).toEqual([]);
    expect(found(missing)).toEqual([{ code: 'radio-unknown', reason: 'ENOENT' }]);
  });

  it('asks for no neighbour where others are reached by cable', () => {
    expect(found(known(mp({ peers: 0 })), joined)).toEqual([]);
  });
});

describe('among all findings', () => {
  it('an access point that is off stops everything, unless somebody is here in another way', () => {
    const levels = (clients: number) =>
      findingsOf(statusWith(known(ap({ state: 'off' })), { clients }), true).map(levelOf);
    expect(levels(0)[0]).toBe('stop');
    expect(levels(1)).not.toContain('stop');
  });

  it('a radio that hears none is named in place of "no other router in reach"', () => {
    const codes = findingsOf(statusWith(known(mp({ peers: 0 }))), true).map(({ code }) => code);
    expect(codes).toEqual(['mesh-point-alone']);
  });
});
