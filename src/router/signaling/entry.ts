/** A device as this router lists it, its place, and its form on a page. Pure. */

import type { Member } from '../../protocol/groups.ts';
import type { SignedHello } from '../../protocol/hello-event.ts';
import type { Device, DeviceId, ToldKind } from '../../protocol/signaling.ts';
import type { RouterId } from '../mesh/bus.ts';
import type { Remote } from '../mesh/presence.ts';
import type { Party } from '../relay/ice.ts';
import { type Audience, type Belonging, inCommon, type Viewer } from './sight.ts';

/** A device that says hello, and proves it and its groups. */
export type Arrival = Party &
  Belonging & {
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
  /** Its groups: proved at this router, and claimed when it is at another one. */
  member: Member | undefined;
  /** Who sees it. Another audience is another life: some must hear that it is gone. */
  audience: Audience;
  place:
    | { readonly at: 'here'; readonly socket: S }
    | { readonly at: 'away'; readonly until: number }
    | { readonly at: 'far'; readonly away: boolean; readonly router: RouterId; readonly routerName: string };
  /** Version at which it was listed for this audience: a client that was told less does not know it. */
  born: number;
  /** Version of its last change that pages are told of. */
  changed: number;
};

/** A device with an open socket. */
export type Present<S> = { readonly device: Entry<S>; readonly socket: S };

/** The device in the form that the page of `viewer` is told. */
export function describe<S>({ id, name, kind, place, member: all }: Entry<S>, viewer: Viewer): Device {
  const member = inCommon(viewer, all);
  const device = { id, name, kind, ...(member && { member }) };
  switch (place.at) {
    case 'here':
      return device;
    case 'away':
      return { ...device, away: true };
    case 'far':
      return { ...device, ...(place.away && { away: true }), router: place.routerName };
  }
}

/** True when it can be called: its page is open, here or at another router. */
export function isReachable<S>({ place }: Entry<S>): boolean {
  return place.at === 'here' || (place.at === 'far' && !place.away);
}
