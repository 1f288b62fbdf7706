/** Which networks are served while a cable is plugged in, out, and in again. Pure. */
import { isPartOf, type Networks } from './networks.ts';

/**
 * A cable that is out for at most this time (in milliseconds) changes nothing: serving anew breaks relayed connections,
 * twice.
 */
export const WOBBLE_MS = 5_000;

export type Steady = {
  readonly served: Networks;
  /** When nothing of `served` was last missing, in milliseconds. */
  readonly wholeAt: number;
};

/** What to serve when these networks are there. */
export function steady(before: Steady, networks: Networks, now: number): Steady {
  const isOut = isPartOf(networks, before.served);
  return isOut && now - before.wholeAt <= WOBBLE_MS ? before : { served: networks, wholeAt: now };
}
