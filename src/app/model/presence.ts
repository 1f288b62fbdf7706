/**
 * The devices in reach, from the router's snapshot and deltas, and the place of each in the list. Pure.
 *
 * A place is given once, and kept under another name. Known people come first, then those of the own groups: who comes
 * during a visit stands behind their like, unless the list is held (files wait for a press on it) or a finger has just
 * been here: then, like everybody else, at the end. While the list is held, a device that leaves keeps its place too. So
 * no button moves under a finger on its way to it.
 *
 * When there are more than a person can look through, the list is parted. A section is given with the place, and a new one
 * only when the list is drawn anew (`arranged`); then, or when all have left, a list of few is whole again.
 */
import type { Device, DeviceId } from '../../protocol/signaling.ts';

/**
 * `known`: with those of the own groups. `recent`: something was exchanged with them before. `elsewhere`: at another router.
 * `new`: they came while nothing may move.
 */
export type Section = 'known' | 'recent' | 'here' | 'elsewhere' | 'new';

/** So many stand in one list, which shows everybody; more are parted. */
export const MOST_UNPARTED = 12;

/**
 * A device as the list shows it. `hasLeft`: it is no longer in reach, and only keeps its place. `section`: absent in a list
 * that is not parted.
 */
export type Listed = Device & { readonly hasLeft?: true; readonly section?: Section };

export type Presence = {
  readonly self?: DeviceId;
  readonly devices: ReadonlyMap<DeviceId, Device>;
  /** The devices in order; while the list is held, including those that left, as they last were. */
  readonly places: readonly Device[];
  readonly isHeld: boolean;
  /** Absent while the list is not parted. */
  readonly sections?: ReadonlyMap<DeviceId, Section>;
};

/**
 * What decides about the place of a newcomer. `rank`: 0 for known people, 1 for those of the own groups, 2 for those with whom
 * something was exchanged, 3 for all others. `mayMove`: nobody is about to press anything.
 */
export type Arriving = { readonly rank: (device: Device) => number; readonly mayMove: boolean };
const ALL_ALIKE: Arriving = { rank: () => 3, mayMove: false };

export const presence = {
  nobody: { devices: new Map(), places: [], isHeld: false } satisfies Presence as Presence,

  welcomed(now: Presence, self: DeviceId, devices: readonly Device[], arriving = ALL_ALIKE): Presence {
    return placed({ ...now, self, devices: new Map(devices.map((device) => [device.id, device])) }, arriving);
  },

  changed(now: Presence, put: readonly Device[], gone: readonly DeviceId[], arriving = ALL_ALIKE): Presence {
    const devices = new Map(now.devices);
    for (const id of gone) devices.delete(id);
    for (const device of put) devices.set(device.id, device);
    return placed({ ...now, devices }, arriving);
  },

  /** Holds the list, or releases it: then the places of devices that left are closed. */
  held(now: Presence, isHeld: boolean): Presence {
    return isHeld === now.isHeld ? now : placed({ ...now, isHeld }, ALL_ALIKE);
  },

  /** Gives everybody their section anew, or none when they are few again: for a list that nobody looks at now. */
  arranged(now: Presence, { rank }: Arriving): Presence {
    if (now.isHeld) return now;
    if (now.places.length > MOST_UNPARTED) return { ...now, sections: parted(now.places, rank) };
    return now.sections ? unparted(now) : now;
  },

  listed({ devices, places, sections }: Presence): readonly Listed[] {
    return places.map((device) => {
      const section = sections?.get(device.id);
      const hasLeft = !devices.has(device.id);
      return hasLeft || section ? { ...device, ...(hasLeft && { hasLeft }), ...(section && { section }) } : device;
    });
  },
};

/** Gives places to newcomers. Those that come together are sorted by `before`. */
function placed(now: Presence, { rank, mayMove }: Arriving): Presence {
  const { devices, isHeld } = now;
  const kept = now.places
    .filter(({ id }) => isHeld || devices.has(id))
    .map((device) => devices.get(device.id) ?? device);
  const placedBefore = new Set(kept.map(({ id }) => id));
  const newcomers = [...devices.values()].filter(({ id }) => !placedBefore.has(id)).sort(before);
  const ranks = [...new Set(newcomers.map(rank))].sort((a, b) => a - b);
  const places = [...kept];
  for (const own of ranks) {
    const next = mayMove && !isHeld ? places.findIndex((one) => rank(one) > own) : -1;
    places.splice(next === -1 ? places.length : next, 0, ...newcomers.filter((one) => rank(one) === own));
  }
  const isFree = now.places.length === 0 || (mayMove && !isHeld);
  if (now.sections === undefined || now.places.length === 0)
    return isFree && places.length > MOST_UNPARTED
      ? { ...now, places, sections: parted(places, rank) }
      : { ...unparted(now), places };
  const sections = new Map([...now.sections].filter(([id]) => placedBefore.has(id)));
  for (const one of newcomers) sections.set(one.id, isFree ? sectionOf(one, rank) : 'new');
  return { ...now, places, sections };
}

function unparted({ sections: _, ...rest }: Presence): Presence {
  return rest;
}

const parted = (places: readonly Device[], rank: Arriving['rank']): ReadonlyMap<DeviceId, Section> =>
  new Map(places.map((device) => [device.id, sectionOf(device, rank)]));

function sectionOf(device: Device, rank: Arriving['rank']): Section {
  const own = rank(device);
  if (own <= 1) return 'known';
  if (own === 2) return 'recent';
  return device.router === undefined ? 'here' : 'elsewhere';
}

/** Devices of the own router first, then by name, then by id. */
function before(a: Device, b: Device): number {
  return (a.router ?? '').localeCompare(b.router ?? '') || a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1);
}
