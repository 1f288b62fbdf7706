/**
 * The devices in reach, from the router's snapshot and deltas, and the place of each in the list. Pure.
 *
 * A place is given once. A device that comes during a visit stands at the end, and earlier ones stay where they are,
 * even under another name. While the list is held (files wait for a press on it), a device that leaves keeps its place
 * too. So no button ever moves under a finger on its way to it.
 */
import type { Device, DeviceId } from '../../protocol/signaling.ts';

/** A device as the list shows it. `hasLeft`: it is no longer in reach, and only keeps its place. */
export type Listed = Device & { readonly hasLeft?: true };

export type Presence = {
  readonly self?: DeviceId;
  readonly devices: ReadonlyMap<DeviceId, Device>;
  /** The devices in order; while the list is held, including those that left, as they last were. */
  readonly places: readonly Device[];
  readonly isHeld: boolean;
};

export const presence = {
  nobody: { devices: new Map(), places: [], isHeld: false } satisfies Presence as Presence,

  welcomed(now: Presence, self: DeviceId, devices: readonly Device[]): Presence {
    return placed({ ...now, self, devices: new Map(devices.map((device) => [device.id, device])) });
  },

  changed(now: Presence, put: readonly Device[], gone: readonly DeviceId[]): Presence {
    const devices = new Map(now.devices);
    for (const id of gone) devices.delete(id);
    for (const device of put) devices.set(device.id, device);
    return placed({ ...now, devices });
  },

  /** Holds the list, or releases it: then the places of devices that left are closed. */
  held(now: Presence, isHeld: boolean): Presence {
    return isHeld === now.isHeld ? now : placed({ ...now, isHeld });
  },

  listed({ devices, places }: Presence): readonly Listed[] {
    return places.map((device) => (devices.has(device.id) ? device : { ...device, hasLeft: true }));
  },
};

/** Gives places to newcomers. Those that come together are sorted by `before`. */
function placed(now: Presence): Presence {
  const { devices, isHeld } = now;
  const kept = now.places
    .filter(({ id }) => isHeld || devices.has(id))
    .map((device) => devices.get(device.id) ?? device);
  const known = new Set(kept.map(({ id }) => id));
  const newcomers = [...devices.values()].filter(({ id }) => !known.has(id)).sort(before);
  return { ...now, places: [...kept, ...newcomers] };
}

/** Devices of the own router first, then by name, then by id. */
function before(a: Device, b: Device): number {
  return (a.router ?? '').localeCompare(b.router ?? '') || a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1);
}
