/**
 * How many signatures of hellos are checked for one place. Pure; time is passed in, in milliseconds of any monotonic clock.
 *
 * A signature takes the router two to three milliseconds, and whoever sends one that is none, no time at all. A place is an
 * address (`places.ts`): a phone that does nothing but say hello under ids that it has made up takes a few hundredths of the
 * processor, and honest phones find the rest. Their pages come again by themselves.
 */
import { TokenBucket } from '../../transfer/token-bucket.ts';
import { ByPlace } from './by-place.ts';
import type { Place } from './places.ts';

export type HelloLimits = {
  /** Signatures from one place at once after a quiet time, and how many a minute in the long run. */
  readonly signatures: number;
  readonly signaturesPerMinute: number;
  /** Multiplies the limits of a place that stands for many people: an IPv6 network, a proxy. */
  readonly crowd: number;
  /** Places remembered. The place that has been quiet longest is forgotten first. */
  readonly places: number;
};

export class Hellos {
  readonly #buckets: ByPlace<TokenBucket>;

  constructor({ signatures, signaturesPerMinute, crowd, places }: HelloLimits) {
    this.#buckets = new ByPlace(places, ({ isCrowd }, now) => {
      const times = isCrowd ? crowd : 1;
      return new TokenBucket(times * signatures, (times * signaturesPerMinute) / 60, now);
    });
  }

  /** True when so many `signatures` of a hello from there may be checked now; they count if they may. */
  allow(places: readonly Place[], signatures: number, now: number): boolean {
    const buckets = places.map((place) => this.#buckets.of(place, now));
    if (!buckets.every((bucket) => bucket.has(now, signatures))) return false;
    for (const bucket of buckets) bucket.take(now, signatures);
    return true;
  }
}
