/** Who is in reach, as the router's snapshot and deltas tell it. Pure. */
import type { Device, DeviceId } from '../protocol/signaling.ts';

export type Presence = { readonly self?: DeviceId; readonly devices: ReadonlyMap<DeviceId, Device> };

export const presence = {
  nobody: { devices: new Map() } satisfies Presence as Presence,

  welcomed(self: DeviceId, devices: readonly Device[]): Presence {
    return { self, devices: new Map(devices.map((device) => [device.id, device])) };
  },

  changed(now: Presence, put: readonly Device[], gone: readonly DeviceId[]): Presence {
    const devices = new Map(now.devices);
    for (const id of gone) devices.delete(id);
    for (const device of put) devices.set(device.id, device);
    return { ...now, devices };
  },

  /** Behind the own router first, then by name; ids make the order steady, so that no button moves under a finger. */
  ordered(now: Presence): readonly Device[] {
    return [...now.devices.values()].sort(
      (a, b) =>
        (a.router ?? '').localeCompare(b.router ?? '') ||
        a.name.localeCompare(b.name) ||
        (a.id < b.id ? -1 : Number(a.id > b.id)),
    );
  },
};
