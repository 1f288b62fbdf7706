/** A device as this router lists it, its place, and its form on a page. Pure. */
import type { Device, DeviceId, ToldKind } from '../../protocol/signaling.ts';
import type { RouterId } from '../mesh/bus.ts';
import type { ClaimKey } from '../mesh/claim.ts';
import type { Remote } from '../mesh/presence.ts';
import type { Party } from '../relay/ice.ts';

/** A device that says hello. */
export type Arrival = Party & {
  readonly name: string;
  readonly kind: ToldKind;
  readonly key: ClaimKey;
  /** True when its page accepts a refusal for any reason. */
  readonly anyRefusal?: boolean | undefined;
};

/** A device behind another router. */
export type Far = Remote & { readonly routerName: string };

export type Entry<S> = {
  readonly id: DeviceId;
  name: string;
  kind: ToldKind;
  /** The address of its socket, which decides its ICE servers. */
  address: string;
  /** When it was first listed; for a device that came from another router that is unknown, and long ago. */
  readonly since: number;
  /** How many times it said hello at this router, and the key that proves it to others. */
  hellos: number;
  key?: ClaimKey;
  anyRefusal?: boolean | undefined;
  place:
    | { readonly at: 'here'; readonly socket: S }
    | { readonly at: 'away'; readonly until: number }
    | { readonly at: 'far'; readonly away: boolean; readonly router: RouterId; readonly routerName: string };
  /** Version at which it was listed: a client that was told less does not know it. */
  readonly born: number;
  /** Version of its last change that pages are told of. */
  changed: number;
};

/** A device with an open socket. */
export type Present<S> = { readonly device: Entry<S>; readonly socket: S };

/** The device in the form that pages are told. */
export function describe<S>({ id, name, kind, place }: Entry<S>): Device {
  switch (place.at) {
    case 'here':
      return { id, name, kind };
    case 'away':
      return { id, name, kind, away: true };
    case 'far':
      return { id, name, kind, ...(place.away && { away: true }), router: place.routerName };
  }
}

/** True when it can be called: its page is open, here or at another router. */
export function isReachable<S>({ place }: Entry<S>): boolean {
  return place.at === 'here' || (place.at === 'far' && !place.away);
}
