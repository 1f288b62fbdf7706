/**
 * How many signatures of hellos are checked, for one place and in all. Pure; time is passed in, in milliseconds of any
 * monotonic clock.
 *
 * A signature takes the router two to three milliseconds, and whoever sends one that is none, no time at all. A place is an
 * address (`places.ts`): a phone that does nothing but say hello under ids that it has made up takes a few hundredths of the
 * processor, and honest phones find the rest. Whoever has many addresses can keep others from saying hello, but not the
 * router from all else: devices that are here stay, and pages that were turned away come again by themselves.
 */
import { TokenBucket } from '../../transfer/token-bucket.ts';
import { ByPlace } from './by-place.ts';
import type { Place } from './places.ts';

export type HelloLimits = {
  /** Signatures from one place at once after a quiet time, and how many a minute in the long run. */
  readonly signatures: number;
  readonly signaturesPerMinute: number;
  /** The same for all places together. */
  readonly inAll: number;
  readonly inAllPerMinute: number;
  /** Multiplies the limits of a place that stands for many people: an IPv6 network, a proxy. */
  readonly crowd: number;
  /** Places remembered. The place that has been quiet longest is forgotten first. */
  readonly places: number;
};

export class Hellos {
  readonly #buckets: ByPlace<TokenBucket>;
  readonly #all: TokenBucket;

  constructor({ signatures, signaturesPerMinute, inAll, inAllPerMinute, crowd, places }: HelloLimits) {
    this.#all = new TokenBucket(inAll, inAllPerMinute / 60, 0);
    this.#buckets = new ByPlace(places, ({ isCrowd }, now) => {
      const times = isCrowd ? crowd : 1;
      return new TokenBucket(times * signatures, (times * signaturesPerMinute) / 60, now);
    });
  }

  /** True when so many `signatures` of a hello from there may be checked now; they count if they may. */
  allow(places: readonly Place[], signatures: number, now: number): boolean {
    const buckets = [this.#all, ...places.map((place) => this.#buckets.of(place, now))];
    if (!buckets.every((bucket) => bucket.has(now, signatures))) return false;
    for (const bucket of buckets) bucket.take(now, signatures);
    return true;
  }
}
