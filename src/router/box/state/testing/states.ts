/** A box at work, for tests that break one thing of it. */
import { parseCommand } from '../../../config/command.ts';
import type { BoxSettings } from '../../settings/settings.ts';
import { TARGET, UNITS } from '../../units/names.ts';
import type { UnitState } from '../../units/unit-states.ts';
import type { BoxState, LinkSeen } from '../state.ts';

const AP_RADIO = '02:00:00:00:00:00';
const MESH_RADIO = '02:00:00:00:01:00';

export const SETTINGS: BoxSettings = {
  country: 'JP',
  accessPoint: { radio: AP_RADIO, channel: 6, isolates: false },
  meshPoint: { radio: MESH_RADIO, channel: 11 },
  lanCables: ['eth1'],
  backhaulCables: ['eth2'],
  lanAddress: '192.168.42.1/24',
  backhaulAddress: '10.107.3.4/16',
};

const command = parseCommand(
  ['--ssid', 'Hikyaku', '--wifi-password', 'koko ni iru', '--public-port', '80', '--lan', 'lan0', '--backhaul', 'bh0'],
  {},
  'box',
);
if (command.do !== 'run') throw new Error('expected a configuration');
export const CONFIG = command.config;

const link = (more: Partial<LinkSeen> = {}): LinkSeen => ({
  mac: '02:00:00:00:09:09',
  isUp: true,
  hasCarrier: true,
  addresses: [],
  ...more,
});

export const RUNS: UnitState = {
  isMissing: false,
  isMasked: false,
  active: 'active',
  isEnabled: true,
  result: 'success',
  isSkipped: false,
  restarts: 0,
  activeSinceS: 20,
};

/** Two radios and two cables, ten minutes after the machine was started: nothing is wrong. */
export const WELL: BoxState = {
  upS: 600,
  decided: { is: 'box', settings: SETTINGS, config: CONFIG, isOnTrial: false },
  units: new Map([TARGET, ...Object.values(UNITS)].map((name) => [name, RUNS])),
  links: new Map([
    ['lan0', link({ addresses: ['192.168.42.1/24'] })],
    ['bh0', link({ addresses: ['10.107.3.4/16'] })],
    ['ap0', link({ master: 'lan0' })],
    ['mesh0', link({ master: 'bh0' })],
    ['eth1', link({ master: 'lan0' })],
    ['eth2', link({ master: 'bh0' })],
  ]),
  air: new Map([
    ['ap0', { phy: 'phy0', type: 'AP', channel: 6 }],
    ['mesh0', { phy: 'phy1', type: 'mesh point', channel: 11 }],
  ]),
  stations: new Map([
    ['ap0', [{ signalDbm: -50, isPeer: false }]],
    ['mesh0', [{ signalDbm: -70, isPeer: true }]],
  ]),
  use: new Map([
    ['ap0', { noiseDbm: -92, activeMs: 20_000, busyMs: 5_000 }],
    ['mesh0', {}],
  ]),
  blocked: new Map(),
  country: 'JP',
  radios: new Map([
    ['phy0', AP_RADIO],
    ['phy1', MESH_RADIO],
  ]),
  drivers: new Map([['phy0', 'mac80211_hwsim']]),
  batman: { state: 'running', originators: 2, through_others: 1 },
  cablesWithBoxes: [],
};

/** The box with one interface changed, or gone. */
export function withLink(name: string, change: Partial<LinkSeen> | 'gone', from: BoxState = WELL): BoxState {
  const links = new Map(from.links);
  const air = new Map(from.air);
  if (change === 'gone') {
    links.delete(name);
    air.delete(name);
  } else links.set(name, { ...link(links.get(name)), ...change });
  return { ...from, links, air };
}

export const withUnit = (name: string, change: Partial<UnitState>, from: BoxState = WELL): BoxState => ({
  ...from,
  units: new Map(from.units).set(name, { ...RUNS, ...change }),
});

/** The interface exists, and neither sends nor listens. */
export function offAir(name: string, from: BoxState = WELL): BoxState {
  const seen = from.air.get(name);
  const silent = withLink(name, { hasCarrier: false }, from);
  return seen ? { ...silent, air: new Map(silent.air).set(name, { phy: seen.phy, type: seen.type }) } : silent;
}

/** The adapter with that phy was pulled out. */
export function without(phy: string, name: string, from: BoxState = WELL): BoxState {
  const radios = new Map(from.radios);
  radios.delete(phy);
  return { ...withLink(name, 'gone', from), radios };
}
