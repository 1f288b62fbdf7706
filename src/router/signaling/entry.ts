/** A device as this router lists it, where it is, and how it is told to a page. Pure. */
import type { Device, DeviceId, ToldKind } from '../../protocol/signaling.ts';
import type { RouterId } from '../mesh/bus.ts';
import type { ClaimKey } from '../mesh/claim.ts';
import type { Remote } from '../mesh/presence.ts';
import type { Party } from '../relay/ice.ts';

/** A device as it says hello. */
export type Arrival = Party & {
  readonly name: string;
  readonly kind: ToldKind;
  readonly key: ClaimKey;
  /** Whether its page takes a refusal for any reason. */
  readonly anyRefusal?: boolean | undefined;
};

/** A device behind another router. */
export type Far = Remote & { readonly routerName: string };

export type Entry<S> = {
  readonly id: DeviceId;
  name: string;
  kind: ToldKind;
  /** Where its socket comes from, which decides the ICE servers it is given. */
  address: string;
  /** When it was first listed; of one that came from another router that is not known, and long ago. */
  readonly since: number;
  /** How often it said hello at this router, and what proves it to others. */
  hellos: number;
  key?: ClaimKey;
  anyRefusal?: boolean | undefined;
  place:
    | { readonly at: 'here'; readonly socket: S }
    | { readonly at: 'away'; readonly until: number }
    | { readonly at: 'far'; readonly away: boolean; readonly router: RouterId; readonly routerName: string };
  /** Version at which it was listed: a client told less has never heard of it. */
  readonly born: number;
  /** Version of its last change that a page is told of. */
  changed: number;
};

/** A device with an open socket. */
export type Present<S> = { readonly device: Entry<S>; readonly socket: S };

/** As pages are told of it. */
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

/** Whether it can be called: its page is open, here or at another router. */
export function isReachable<S>({ place }: Entry<S>): boolean {
  return place.at === 'here' || (place.at === 'far' && !place.away);
}
