/** Which networks are served while a cable is plugged in, out, and in again. Pure. */
import { isPartOf, type Networks } from './networks.ts';

/** A cable that is out for no longer than this (in milliseconds) changes nothing: serving anew breaks what is relayed, twice. */
export const WOBBLE_MS = 5_000;

export type Steady = {
  readonly served: Networks;
  /** When nothing of it was missing at last, in milliseconds. */
  readonly wholeAt: number;
};

/** What to serve now that these networks are there. */
export function steady(before: Steady, networks: Networks, now: number): Steady {
  const isOut = isPartOf(networks, before.served);
  return isOut && now - before.wholeAt <= WOBBLE_MS ? before : { served: networks, wholeAt: now };
}
