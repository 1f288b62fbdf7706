/** From what the box is doing to what the router may tell of it. Pure. */
import type { AccessPointReport, Air, OnAir, RadioReport } from '../../machine/radio-report.ts';
import { stationLimit } from '../hardware/station-limits.ts';
import { AP_INTERFACE, MESH_INTERFACE, type OnRadio } from '../settings/settings.ts';
import type { BoxState, ChannelUse } from '../state/state.ts';
import { UNITS } from '../units/names.ts';
import { isBlocked, isPluggedIn, needsRadarWatch, phyOf } from './repairs.ts';

/** Counters of the look before, by interface: what is busy is said of the time between. */
export type UsedBefore = Readonly<Record<string, ChannelUse>>;

export function reportOf(state: BoxState, before: UsedBefore): RadioReport {
  const { decided } = state;
  const up_s = Math.floor(state.upS);
  if (decided.is !== 'box') return { up_s };
  const { accessPoint, meshPoint, backhaulCables } = decided.settings;
  const stations = (name: string) => state.stations.get(name) ?? [];
  const usesRadio = accessPoint !== undefined || meshPoint !== undefined;
  return {
    up_s,
    ...(usesRadio && state.country !== undefined && { country: state.country }),
    ...(accessPoint && {
      access_point: {
        ...airOf(state, before, AP_INTERFACE, UNITS.accessPoint, accessPoint),
        stations_dbm: stations(AP_INTERFACE).flatMap(({ signalDbm }) => (signalDbm === undefined ? [] : [signalDbm])),
        ...atMost(state, accessPoint, stations(AP_INTERFACE).length),
      },
    }),
    ...(meshPoint && {
      mesh_point: {
        ...airOf(state, before, MESH_INTERFACE, UNITS.mesh, meshPoint),
        peers: stations(MESH_INTERFACE).filter(({ isPeer }) => isPeer).length,
      },
    }),
    ...((meshPoint !== undefined || backhaulCables.length > 0) && { batman: state.batman }),
  };
}

/** The lowest number at which radios of that kind turned somebody away; this one holds at least as many as are there. */
function atMost(state: BoxState, on: OnRadio, present: number): Pick<AccessPointReport, 'stations_at_most'> {
  const limit = stationLimit(state.drivers.get(phyOf(state, on) ?? ''));
  return limit === undefined ? {} : { stations_at_most: Math.max(limit.least, present) };
}

function airOf(state: BoxState, before: UsedBefore, name: string, unit: string, on: OnRadio): Air {
  const channel = state.air.get(name)?.channel;
  const use = state.use.get(name) ?? {};
  const busy = busyPercent(before[name], use);
  return {
    interface: name,
    state: onAir(state, name, unit, on),
    ...(channel !== undefined && { channel }),
    ...(busy !== undefined && { busy_percent: busy }),
    ...(use.noiseDbm !== undefined && { noise_dbm: use.noiseDbm }),
  };
}

function onAir(state: BoxState, name: string, unit: string, on: OnRadio): OnAir {
  if (isBlocked(state, on)) return 'blocked';
  if (!isPluggedIn(state, on)) return 'off';
  const link = state.links.get(name);
  const active = state.units.get(unit)?.active;
  const runs = active === 'active' || active === 'activating';
  if (link?.hasCarrier === true && state.air.get(name)?.channel !== undefined) return 'on-air';
  if (!runs) return 'off';
  return needsRadarWatch(on.channel) ? 'radar' : 'starting';
}

/** Absent where the driver does not count, or has begun anew. */
function busyPercent(before: ChannelUse | undefined, { activeMs, busyMs }: ChannelUse): number | undefined {
  if (activeMs === undefined || busyMs === undefined) return undefined;
  const began = { active: before?.activeMs ?? 0, busy: before?.busyMs ?? 0 };
  const hasBegunAnew = activeMs < began.active || busyMs < began.busy;
  const active = hasBegunAnew ? activeMs : activeMs - began.active;
  const busy = hasBegunAnew ? busyMs : busyMs - began.busy;
  return active <= 0 ? undefined : Math.min(100, Math.round((100 * busy) / active));
}
