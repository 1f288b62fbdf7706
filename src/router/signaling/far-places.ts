/** The places from which a device behind another router calls, for limits by place. Pure. */
import type { DeviceId } from '../../protocol/signaling.ts';
import type { Place } from '../limits/places.ts';
import type { RouterId } from '../mesh/bus.ts';

/** The device itself, and all devices of its router together: a router may make up ids. */
export function farPlacesOf(router: RouterId, device: DeviceId): readonly Place[] {
  return [
    { key: `${router} ${device}`, isCrowd: false },
    { key: router, isCrowd: true },
  ];
}
