/**
 * How many devices may be called from one place. Pure; time is passed in, in milliseconds of any monotonic clock.
 *
 * A place is an address and not an id (`places.ts`): somebody might make up a thousand ids to call one page until its
 * browser makes no more connections. A refused call gets a reason, and the page of an honest caller asks again by
 * itself.
 */
import type { DeviceId } from '../../protocol/signaling.ts';
import { TokenBucket } from '../../transfer/token-bucket.ts';
import { ByPlace } from './by-place.ts';
import type { Place } from './places.ts';

export type CallLimits = {
  /** Different devices that one place may call at once after a quiet time, and how many a minute in the long run. */
  readonly callees: number;
  readonly calleesPerMinute: number;
  /** Offers from one place, likewise. */
  readonly offers: number;
  readonly offersPerMinute: number;
  /** Time in which another call to the same device does not count, in milliseconds. */
  readonly sameCallMs: number;
  /** Multiplies the limits of a place that stands for many people: an IPv6 network, a proxy, another router. */
  readonly crowd: number;
  /** Places remembered. The place that has been quiet longest is forgotten first, and may then call afresh. */
  readonly places: number;
};

type Called = {
  readonly callees: TokenBucket;
  readonly offers: TokenBucket;
  /** The called devices, and until when another call to them does not count; the oldest first. */
  readonly called: Map<DeviceId, number>;
};

export class Calls {
  readonly #limits: CallLimits;
  readonly #places: ByPlace<Called>;

  constructor(limits: CallLimits) {
    const { callees, calleesPerMinute, offers, offersPerMinute, crowd, places } = limits;
    this.#limits = limits;
    this.#places = new ByPlace(places, ({ isCrowd }, now) => {
      const times = isCrowd ? crowd : 1;
      return {
        callees: new TokenBucket(times * callees, (times * calleesPerMinute) / 60, now),
        offers: new TokenBucket(times * offers, (times * offersPerMinute) / 60, now),
        called: new Map(),
      };
    });
  }

  /** True when a device at these places may call `callee` now: ask for its servers, or make it an offer. */
  allow(places: readonly Place[], callee: DeviceId, what: 'connect' | 'offer', now: number): boolean {
    const records = places.map((place) => this.#places.of(place, now));
    const isNew = records.map((record) => !isSameCall(record, callee, now));
    const mayCall = records.every(({ callees }, index) => !isNew[index] || callees.has(now));
    if (!mayCall || (what === 'offer' && !records.every(({ offers }) => offers.has(now)))) return false;
    for (const [index, { callees, offers, called }] of records.entries()) {
      if (isNew[index]) {
        callees.take(now);
        called.delete(callee);
        called.set(callee, now + this.#limits.sameCallMs);
      }
      if (what === 'offer') offers.take(now);
    }
    return true;
  }
}

/**
 * True when `callee` was called from there recently. Expired entries are removed, so the map holds no more than the
 * bucket gives.
 */
function isSameCall({ called }: Called, callee: DeviceId, now: number): boolean {
  for (const [id, until] of called) {
    if (until > now) break;
    called.delete(id);
  }
  return called.has(callee);
}
