/**
 * The offers that wait here for a person's answer: which are let in, how much their manifests may use, and how long
 * they may take.
 */
import type { ManifestEntry } from '../protocol/peer.ts';
import type { DeviceId } from '../protocol/signaling.ts';
import {
  type Asking,
  bytesOf,
  hasRoom,
  isOverdue,
  MAX_OPEN_OFFERS,
  MAX_VAIN_OFFERS,
  placeFor,
  STRANGERS_OFFERS,
  type Standing,
} from '../transfer/before-consent.ts';
import { TokenBucket } from '../transfer/token-bucket.ts';
import type { Incoming } from './incoming/incoming.ts';

/**
 * How often unfinished manifests are checked, in milliseconds. Time is counted in checks and not by the clock: a device
 * that slept must not call others slow.
 */
const LOOK_MS = 2_000;

type AntechamberPorts = {
  readonly isKnown: (peer: DeviceId) => boolean;
  /** Milliseconds on a monotonic clock. */
  readonly elapsed: () => number;
  readonly schedule: (task: () => void, ms: number) => () => void;
};

/** `wasAsked`: its manifest was complete, and a person was asked. */
type Seat = { bytes: number; forMs: number; quietMs: number; wasAsked: boolean };
type Guest = Asking & { readonly incoming: Incoming };

export class Antechamber {
  readonly #ports: AntechamberPorts;
  readonly #seats = new Map<Incoming, Seat>();
  readonly #strangersOffers: TokenBucket;
  /** How many offers of a known device have come to nothing since the last agreement with it. */
  readonly #vain = new Map<DeviceId, number>();
  #isLooking = false;

  constructor(ports: AntechamberPorts) {
    this.#ports = ports;
    this.#strangersOffers = new TokenBucket(STRANGERS_OFFERS.burst, STRANGERS_OFFERS.perSecond, ports.elapsed());
  }

  standingOf(peer: DeviceId): Standing {
    return this.#ports.isKnown(peer) && !this.standsAside(peer) ? 'known' : 'stranger';
  }

  /** True if a known device has offered in vain so often that its offers no longer get in the way. */
  standsAside(peer: DeviceId): boolean {
    return (this.#vain.get(peer) ?? 0) >= MAX_VAIN_OFFERS;
  }

  /** Call it whenever an incoming transfer has changed. */
  note(incoming: Incoming): void {
    const seat = this.#seats.get(incoming);
    if (!seat) return;
    const { peer, isAnswered, isAnnounced, wasAgreed } = incoming;
    if (!isAnswered) {
      seat.wasAsked = !isAnnounced;
      return;
    }
    this.#seats.delete(incoming);
    if (wasAgreed) this.#vain.delete(peer);
    else if (seat.wasAsked && this.#ports.isKnown(peer)) this.#vain.set(peer, (this.#vain.get(peer) ?? 0) + 1);
  }

  /** True if a new offer of `peer` may be heard. Another offer may be given up for it. */
  admits(peer: DeviceId): boolean {
    const standing = this.standingOf(peer);
    const place = placeFor({ peer, standing }, this.#guests());
    if (!place.isFree || (standing === 'stranger' && !this.#strangersOffers.take(this.#ports.elapsed()))) return false;
    place.insteadOf?.incoming.dispatch({ type: 'refused', reason: 'busy' });
    return true;
  }

  /** A new offer has been let in; its manifest follows. */
  enter(incoming: Incoming): void {
    this.#seats.set(incoming, { bytes: 0, forMs: 0, quietMs: 0, wasAsked: false });
    this.#look();
  }

  /** A piece of a manifest has arrived; true when there is room for it. */
  takes(incoming: Incoming, entries: readonly ManifestEntry[]): boolean {
    const guests = this.#guests();
    const own = guests.find((guest) => guest.incoming === incoming);
    const seat = this.#seats.get(incoming);
    if (!own || !seat) return true; // it already has its answer, so this breaks the protocol
    const more = bytesOf(entries);
    const others = guests.filter((guest) => guest !== own);
    if (!hasRoom(own, more, others)) return false;
    seat.bytes += more;
    seat.quietMs = 0;
    return true;
  }

  /**
   * What is to be removed from `all` now that an offer of `peer` has come to nothing: declined, withdrawn or broken offers
   * must not fill the screen either, whoever made them. The newest stay.
   */
  surplusOf(peer: DeviceId, all: Iterable<Incoming>): readonly Incoming[] {
    const standing = this.standingOf(peer);
    const isVain = (one: Incoming) => one.hasEnded && !one.wasAgreed && this.standingOf(one.peer) === standing;
    return [...all].filter(isVain).slice(0, -MAX_OPEN_OFFERS[standing]);
  }

  /** The offers that still wait for an answer. */
  #guests(): Guest[] {
    const guests: Guest[] = [];
    for (const [incoming, { bytes, forMs, quietMs }] of this.#seats) {
      if (incoming.isAnswered) this.#seats.delete(incoming);
      else {
        const standing = this.standingOf(incoming.peer);
        guests.push({
          incoming,
          peer: incoming.peer,
          standing,
          bytes,
          ...(incoming.isAnnounced && { underWay: { forMs, quietMs } }),
        });
      }
    }
    return guests;
  }

  #look(): void {
    if (this.#isLooking) return;
    this.#isLooking = true;
    this.#ports.schedule(() => {
      this.#isLooking = false;
      for (const seat of this.#seats.values()) {
        seat.forMs += LOOK_MS;
        seat.quietMs += LOOK_MS;
      }
      const underWay = this.#guests().filter((guest) => guest.underWay);
      for (const guest of underWay)
        if (isOverdue(guest)) guest.incoming.dispatch({ type: 'refused', reason: 'connection-lost' });
      if (underWay.length > 0) this.#look();
    }, LOOK_MS);
  }
}
