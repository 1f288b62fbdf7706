/** Each fault of a box is one line that says what to do; a box that works has none. */
import { describe, expect, test } from 'vitest';
import type { Hardware, Radio } from '../hardware/hardware.ts';
import type { BoxState } from '../state/state.ts';
import { offAir, SETTINGS, WELL, withLink, without, withUnit } from '../state/testing/states.ts';
import { TARGET, UNITS } from '../units/names.ts';
import { faultLine, isWell } from './fault.ts';
import { type Facts, faultsOf } from './faults.ts';

const radio = (phy: string, mac: string, more: Partial<Radio> = {}): Radio => ({
  phy,
  mac,
  driver: 'ath9k_htc',
  interfaces: ['wlan0'],
  modes: ['AP', 'mesh point', 'managed'],
  combinations: [],
  channels: [],
  hasHt: true,
  canSae: true,
  isWayOut: false,
  ...more,
});
const HARDWARE: Hardware = {
  hostName: 'box',
  radios: [radio('phy0', '02:00:00:00:00:00'), radio('phy1', '02:00:00:00:01:00')],
  cables: [],
  heard: new Map(),
  country: 'JP',
  countries: new Map(),
  hasBatman: true,
  missing: [],
  services: [],
  listeners: [],
  obstacles: [],
};
const FACTS: Facts = {
  state: WELL,
  hardware: HARDWARE,
  hasSystemd: true,
  isRoot: true,
  diskFreeBytes: 4e9,
  year: 2026,
  router: { isHealthy: true, doubles: [] },
};

const lines = (change: Partial<Facts>): readonly string[] => faultsOf({ ...FACTS, ...change }).map(faultLine);
const ofState = (state: BoxState): readonly string[] => lines({ state });

test('a box that works', () => {
  expect(lines({})).toEqual([]);
});

describe('settings', () => {
  test('none, or none that can be read', () => {
    expect(ofState({ ...WELL, decided: { is: 'nothing' } })).toEqual(['this machine is not set up: hikyaku setup']);
    const decided = {
      is: 'unreadable',
      problems: ['/etc/hikyaku/hikyaku.conf: line 3: no such country "98"'],
    } as const;
    expect(ofState({ ...WELL, decided })).toEqual([
      '/etc/hikyaku/hikyaku.conf: line 3: no such country "98": mend it, or run hikyaku setup; then systemctl restart hikyaku.target',
    ]);
  });

  test('on trial', () => {
    if (WELL.decided.is !== 'box') throw new Error('expected a box');
    const state = { ...WELL, decided: { ...WELL.decided, isOnTrial: true } };
    expect(isWell(faultsOf({ ...FACTS, state: withUnit(TARGET, { isEnabled: false }, state) }))).toBe(true);
  });
});

describe('radios', () => {
  test.each<readonly [what: string, state: BoxState, line: string]>([
    [
      'pulled out',
      without('phy1', 'mesh0'),
      'the radio of the mesh link (02:00:00:00:01:00) is not there: plug it in, or run hikyaku setup for another one',
    ],
    [
      'blocked',
      { ...offAir('ap0'), blocked: new Map([['phy0', 'by software']]) },
      'phy0 is blocked by software: that is lifted within 20 s; if it comes back, something blocks it: where NetworkManager runs, nmcli radio wifi on',
    ],
    [
      'switched off',
      { ...offAir('ap0'), blocked: new Map([['phy0', 'by a switch']]) },
      'phy0 is blocked by a switch: switch its radio on',
    ],
    [
      'silent',
      offAir('ap0'),
      'the access point is not on the air: it is tried again every 20 s; why not: journalctl --namespace=hikyaku -u hikyaku-ap -n 20',
    ],
    [
      'a mesh that is dead',
      offAir('mesh0'),
      'the mesh link is not on the air: it is tried again every 20 s; why not: journalctl --namespace=hikyaku -u hikyaku-mesh -n 20',
    ],
    [
      'no country',
      { ...WELL, country: '00' },
      "the kernel goes by the law of no country (00), not of JP: iw reg set JP; if it stays so, the radio's own firmware decides: see docs/hardware.md",
    ],
  ])('%s', (_what, state, line) => {
    expect(ofState(state)).toEqual([line]);
  });

  test('a driver without 802.11s', () => {
    const radios = [
      HARDWARE.radios[0] ?? radio('', ''),
      radio('phy1', '02:00:00:00:01:00', { driver: 'brcmfmac', modes: ['AP', 'managed'] }),
    ];
    expect(lines({ hardware: { ...HARDWARE, radios } })).toEqual([
      'phy1 (brcmfmac) knows no 802.11s mesh: join the boxes by a cable, or use another adapter: docs/hardware.md',
    ]);
  });

  test('another program took the radio back', () => {
    const taken = radio('phy0', '02:00:00:00:00:00', { usedBy: { program: 'NetworkManager', connection: 'Home' } });
    const radios = [taken, ...HARDWARE.radios.slice(1)];
    expect(lines({ state: offAir('ap0'), hardware: { ...HARDWARE, radios } })).toEqual([
      'NetworkManager uses wlan0 for "Home": nmcli device set wlan0 managed no; then systemctl restart hikyaku.target',
    ]);
  });
});

describe('cables and addresses', () => {
  test.each<readonly [what: string, state: BoxState, line: string]>([
    ['no bridge', withLink('lan0', 'gone'), 'lan0 is not there: systemctl restart hikyaku.target'],
    [
      'no address',
      withLink('bh0', { addresses: [] }),
      'bh0 does not have its address 10.107.3.4/16: systemctl restart hikyaku.target',
    ],
    [
      'taken away',
      withLink('eth2', { master: 'br0' }),
      'eth2 is not a part of bh0: another program took it: systemctl restart hikyaku.target',
    ],
    ['not there', withLink('eth1', 'gone'), 'eth1 is not there: plug the adapter in, or run hikyaku setup'],
    [
      'not plugged in',
      withLink('eth2', { hasCarrier: false }),
      'nothing answers at the other end of eth2: plug the cable in',
    ],
  ])('%s', (_what, state, line) => {
    expect(ofState(state)).toEqual([line]);
  });

  test('another box where phones are expected', () => {
    expect(ofState({ ...WELL, cablesWithBoxes: ['eth1'] })).toEqual([
      'another box sends at eth1, a cable to phones: their phones would be mixed up, so it is not let in: unplug it there, or join the boxes by a cable that is none of --lan-cables',
    ]);
  });

  test('a cable that is not plugged in is no fault', () => {
    expect(isWell(faultsOf({ ...FACTS, state: withLink('eth2', { hasCarrier: false }) }))).toBe(true);
  });
});

describe('services', () => {
  test.each<readonly [what: string, state: BoxState, line: string]>([
    [
      'no package',
      withUnit(TARGET, { isMissing: true }),
      'hikyaku.target is not installed: install the package hikyaku again',
    ],
    ['stopped', withUnit(TARGET, { active: 'inactive' }), 'the box is stopped: systemctl start hikyaku.target'],
    [
      'not at boot',
      withUnit(TARGET, { isEnabled: false }),
      'the box will not start at boot: systemctl enable hikyaku.target',
    ],
    [
      'masked',
      withUnit(UNITS.names, { isMasked: true, active: 'inactive' }),
      'hikyaku-names.service is masked: systemctl unmask hikyaku-names.service; then systemctl restart hikyaku.target',
    ],
    [
      'failed',
      withUnit(UNITS.router, { active: 'failed', result: 'oom-kill' }),
      'hikyaku-router.service does not run (oom-kill): journalctl --namespace=hikyaku -u hikyaku-router.service -n 20',
    ],
  ])('%s', (_what, state, line) => {
    expect(ofState(state)).toEqual([line]);
  });

  test('one that is not wanted', () => {
    expect(ofState(withUnit(UNITS.mesh, { active: 'inactive', isSkipped: true }))).toEqual([]);
  });

  test('a port that is taken', () => {
    const state = withUnit(UNITS.names, { active: 'failed', result: 'exit-code' });
    const listeners = [
      { protocol: 'udp', port: 67, owner: 'isc-dhcp-server.service' },
      { protocol: 'tcp', port: 8080, owner: 'python3' },
    ] as const;
    expect(lines({ state, hardware: { ...HARDWARE, listeners } })).toEqual([
      'hikyaku-names.service does not run: isc-dhcp-server.service has its port 67 (udp): systemctl disable --now isc-dhcp-server.service, if nothing else needs it',
    ]);
  });
});

test('the router that does not answer, or cannot work, or has no relay', () => {
  const { router: _none, ...silent } = FACTS;
  expect(faultsOf(silent).map(faultLine)).toEqual([
    'the router does not answer: journalctl --namespace=hikyaku -u hikyaku-router -n 20',
  ]);
  expect(lines({ router: { isHealthy: false, reason: 'the app is missing', doubles: [] } })).toEqual([
    'the router cannot work: the app is missing: see /status',
  ]);
  expect(lines({ router: { isHealthy: true, relayTrouble: 'coturn ended', doubles: ['Hall'] } })).toEqual([
    'the relay does not run: coturn ended: journalctl --namespace=hikyaku -u hikyaku-router -n 20',
    'the box "Hall" has the same address between boxes: one of the two moves by itself, within ten minutes; if not: journalctl --namespace=hikyaku -u hikyaku-watch -n 20',
  ]);
});

describe('other boxes', () => {
  const alone = {
    ...WELL,
    stations: new Map(),
    batman: { state: 'running', originators: 0, through_others: 0 },
  } as const;

  test('nobody in reach is no fault, and not said at once', () => {
    expect(ofState(alone)).toEqual([
      'no other box is in reach: another one needs the same mesh key and channel 11, and to be closer',
    ]);
    expect(isWell(faultsOf({ ...FACTS, state: alone }))).toBe(true);
    expect(ofState({ ...alone, upS: 30, units: WELL.units })).toEqual([]);
  });

  test('no batman-adv', () => {
    const batman = { state: 'missing', originators: 0, through_others: 0 } as const;
    expect(
      ofState({ ...withUnit(UNITS.mesh, { active: 'inactive', isSkipped: true }, withLink('mesh0', 'gone')), batman }),
    ).toEqual(['this kernel has no batman-adv: install a kernel of Debian, or join the boxes by cables']);
  });

  test('a box alone', () => {
    if (WELL.decided.is !== 'box') throw new Error('expected a box');
    const { meshPoint: _mesh, ...settings } = { ...SETTINGS, backhaulCables: [] };
    const state = { ...WELL, decided: { ...WELL.decided, settings } };
    expect(ofState(state)).toEqual([
      'this box has no way to other boxes: a second radio or a cable would be one: run hikyaku setup then',
    ]);
  });
});

test('the machine', () => {
  expect(lines({ hardware: { ...HARDWARE, missing: ['dnsmasq', 'iw'] } })).toEqual([
    'dnsmasq is not installed: apt-get install dnsmasq-base',
    'iw is not installed: apt-get install iw',
  ]);
  expect(lines({ diskFreeBytes: 60_500_000 })).toEqual(['the disk has only 60 MB left: delete what is not needed']);
  expect(lines({ year: 1970 })).toEqual(['the clock says 1970: that is fine, nothing here depends on it']);
  expect(isWell(faultsOf({ ...FACTS, year: 1970 }))).toBe(true);
  expect(lines({ isRoot: false })).toEqual(['not everything can be seen without rights: sudo hikyaku doctor']);
  expect(lines({ hasSystemd: false })).toHaveLength(1);
});

test('what is wrong comes before what is good to know', () => {
  const state = withUnit(UNITS.names, { active: 'failed' }, withLink('eth2', { hasCarrier: false }));
  expect(faultsOf({ ...FACTS, year: 1970, state }).map(({ is }) => is)).toEqual(['wrong', 'known', 'known']);
});
