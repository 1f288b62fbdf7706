/** A device as this router lists it, its place, and its form on a page. Pure. */

import type { SignedHello } from '../../protocol/hello-event.ts';
import type { Device, DeviceId, ToldKind } from '../../protocol/signaling.ts';
import type { RouterId } from '../mesh/bus.ts';
import type { Remote } from '../mesh/presence.ts';
import type { Party } from '../relay/ice.ts';

/** A device that says hello, and proves it. */
export type Arrival = Party & {
  readonly name: string;
  readonly kind: ToldKind;
  readonly hello: SignedHello;
  /** The id of this router at the time, to which the hello was said. */
  readonly saidTo: string;
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
  /** Its last hello at this router, which proves to others that it is here. */
  hello?: SignedHello;
  saidTo?: string;
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
