/**
 * The interfaces of this machine, and the one place that asks for them. The system answers through a descriptor, so it refuses
 * when none is left; timers and requests ask, and a router must not end because it could not look for a moment.
 */
import { networkInterfaces } from 'node:os';
import type { Interfaces } from './addresses.ts';

let last: Interfaces = {};

/** What is there now; what was there when it was last told, while the system refuses; never throws. */
export function interfacesNow(ask: () => Interfaces = networkInterfaces): Interfaces {
  try {
    last = ask();
  } catch {
    // Refused (EMFILE, ENOMEM): addresses hardly change in that moment, and who asks will ask again.
  }
  return last;
}
