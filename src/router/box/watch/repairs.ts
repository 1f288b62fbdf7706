/**
 * What to mend on a box that has changed under its feet: a link that somebody switched off, an adapter that was pulled out and put
 * back, a mesh that died with its link. Pure. Whatever systemd mends by itself (a program that ended) is left to it.
 */

import { AP_INTERFACE, BACKHAUL, LAN_BRIDGE, MESH_INTERFACE, type OnRadio } from '../settings/settings.ts';
import type { BoxState, Decided } from '../state/state.ts';
import { TARGET, UNITS } from '../units/names.ts';

type RepairedUnit = (typeof UNITS)['accessPoint' | 'mesh' | 'names'];
export type Repair =
  /** Interfaces, bridges and addresses, as at boot, and radios unblocked; what is there already stays. */
  | { readonly do: 'join'; readonly why: string }
  /** These alone: others that do not run were stopped by somebody. */
  | { readonly do: 'start'; readonly units: readonly RepairedUnit[]; readonly why: string }
  | { readonly do: 'restart'; readonly unit: RepairedUnit; readonly why: string };

/** A program that has just started has not failed yet: hostapd is on the air after 2 s, a mesh after 8 (measured). */
const SETTLES_S = 12;
/** Before a channel with radar is used, it is listened to for 60 s (ETSI EN 301 893). */
const RADAR_S = 90;
/** The first and the last channel with radar in any country. */
const RADAR_CHANNELS = { first: 52, last: 144 } as const;

export const needsRadarWatch = (channel: number): boolean =>
  channel >= RADAR_CHANNELS.first && channel <= RADAR_CHANNELS.last;

/** In the order in which they have to be done. */
export function repairsOf(state: BoxState): readonly Repair[] {
  const { decided } = state;
  if (decided.is !== 'box') return [];
  const lost = whatIsLost(state, decided);
  const joins: readonly Repair[] = lost === undefined ? [] : [{ do: 'join', why: lost }];
  const left = leftOut(state, decided);
  const why = `${left.join(' and ')} ${left.length === 1 ? 'was' : 'were'} never started`;
  const starts: readonly Repair[] = left.length === 0 ? [] : [{ do: 'start', units: left, why }];
  const { accessPoint, meshPoint } = decided.settings;
  return [
    ...joins,
    ...starts,
    ...(accessPoint === undefined ? [] : silent(state, AP_INTERFACE, UNITS.accessPoint, accessPoint)),
    ...(meshPoint === undefined ? [] : silent(state, MESH_INTERFACE, UNITS.mesh, meshPoint)),
  ];
}

/** The first part that is not where it belongs, in words. */
function whatIsLost(state: BoxState, { settings }: Extract<Decided, { is: 'box' }>): string | undefined {
  // Without its unit, the links are down because somebody wants them to be, or are still being made.
  if (state.units.get(UNITS.links)?.active !== 'active') return undefined;
  const wireless = [
    ...(settings.accessPoint ? [{ name: AP_INTERFACE, on: settings.accessPoint, master: undefined }] : []),
    ...(settings.meshPoint && canMesh(state)
      ? [{ name: MESH_INTERFACE, on: settings.meshPoint, master: BACKHAUL }]
      : []),
  ].filter(({ on }) => isPluggedIn(state, on));
  // systemd's own and NetworkManager's memory of a radio that was off reach it after us.
  const off = wireless.find(({ on }) => blockOf(state, on) === 'by software');
  if (off !== undefined) return `the radio of ${off.name} was blocked by software`;
  const cables = [
    ...settings.lanCables.map((name) => ({ name, master: LAN_BRIDGE })),
    ...settings.backhaulCables.map((name) => ({ name, master: BACKHAUL })),
  ].filter(({ name }) => state.links.has(name)); // an adapter that is not plugged in cannot be joined
  const ours = [
    { name: LAN_BRIDGE, address: settings.lanAddress },
    ...(settings.meshPoint !== undefined || settings.backhaulCables.length > 0
      ? [{ name: BACKHAUL, address: settings.backhaulAddress }]
      : []),
  ];
  for (const { name, address } of ours) {
    const link = state.links.get(name);
    if (link === undefined) return `${name} is gone`;
    if (!link.isUp) return `${name} was switched off`;
    if (!link.addresses.includes(address)) return `${name} has lost its address ${address}`;
  }
  for (const { name, master } of [...wireless, ...cables]) {
    const link = state.links.get(name);
    if (link === undefined) return `${name} is gone`;
    // hostapd switches its own interface on, and makes it a part of the bridge.
    if (master !== undefined && !link.isUp) return `${name} was switched off`;
    if (master !== undefined && link.master !== master) return `${name} is no part of ${master} any more`;
  }
  return undefined;
}

/**
 * Units that systemd will not start any more, though what they lacked is there: their condition did not hold before a radio was plugged
 * in, or links failed at first and took the jobs of all that stand on it. One that ended while links ran was stopped by somebody,
 * who wants it so until links are made anew.
 */
function leftOut(state: BoxState, { settings }: Extract<Decided, { is: 'box' }>): readonly RepairedUnit[] {
  const links = state.units.get(UNITS.links);
  if (state.units.get(TARGET)?.active !== 'active' || links?.active !== 'active') return [];
  const since = links.activeSinceS ?? 0;
  const { accessPoint, meshPoint } = settings;
  const wanted: readonly RepairedUnit[] = [
    UNITS.names,
    ...(accessPoint !== undefined && isPluggedIn(state, accessPoint) ? [UNITS.accessPoint] : []),
    ...(meshPoint !== undefined && isPluggedIn(state, meshPoint) && canMesh(state) ? [UNITS.mesh] : []),
  ];
  return wanted.filter((name) => {
    const unit = state.units.get(name);
    if (unit === undefined || unit.isMissing || unit.isMasked || unit.active !== 'inactive') return false;
    return unit.isSkipped || (unit.endedAtS ?? 0) < since;
  });
}

/** Without batman-adv there is nothing that a mesh could be a part of: links make none. */
const canMesh = ({ batman }: BoxState): boolean => batman.state !== 'missing';

/** A program that runs, on an interface that does not send: it will not come back by itself. */
function silent(
  state: BoxState,
  name: string,
  unit: (typeof UNITS)['accessPoint' | 'mesh'],
  on: OnRadio,
): readonly Repair[] {
  const known = state.units.get(unit);
  if (known === undefined || !isPluggedIn(state, on) || isBlocked(state, on)) return [];
  if (known.active === 'failed') return [{ do: 'restart', unit, why: `${unit} has given up (${known.result})` }];
  const settles = needsRadarWatch(on.channel) ? RADAR_S : SETTLES_S;
  if (known.active !== 'active' || state.upS - (known.activeSinceS ?? state.upS) < settles) return [];
  const why = whySilent(state, name);
  return why === undefined ? [] : [{ do: 'restart', unit, why }];
}

function whySilent(state: BoxState, name: string): string | undefined {
  const link = state.links.get(name);
  if (link === undefined) return `${name} is gone`;
  if (!link.isUp) return `${name} was switched off`;
  if (state.air.get(name)?.channel === undefined || !link.hasCarrier) return `${name} is not on the air`;
  return name === AP_INTERFACE && link.master !== LAN_BRIDGE
    ? `${name} is no part of ${LAN_BRIDGE} any more`
    : undefined;
}

export const phyOf = (state: BoxState, on: OnRadio): string | undefined =>
  [...state.radios].find(([, mac]) => mac === on.radio)?.[0];

export const isPluggedIn = (state: BoxState, on: OnRadio): boolean => phyOf(state, on) !== undefined;

const blockOf = (state: BoxState, on: OnRadio) => state.blocked.get(phyOf(state, on) ?? '');

export const isBlocked = (state: BoxState, on: OnRadio): boolean => blockOf(state, on) !== undefined;
