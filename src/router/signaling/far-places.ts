/** Where a device behind another router calls from, for what is limited by place. Pure. */
import type { DeviceId } from '../../protocol/signaling.ts';
import type { Place } from '../limits/places.ts';
import type { RouterId } from '../mesh/bus.ts';

/** The device itself, and all of its router together: that one may make up ids. */
export function farPlacesOf(router: RouterId, device: DeviceId): readonly Place[] {
  return [
    { key: `${router} ${device}`, isCrowd: false },
    { key: router, isCrowd: true },
  ];
}
