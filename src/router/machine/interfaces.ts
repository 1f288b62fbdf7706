/**
 * The interfaces of this machine, and the only file that asks for them. The system answers through a descriptor, so it
 * refuses when none is left. Timers and requests ask, and a router must not end because it could not look for a moment.
 */
import { networkInterfaces } from 'node:os';
import type { Interfaces } from './addresses.ts';
import { readIfThere } from './files.ts';
import { withIdleLinks } from './idle-links.ts';

let last: Interfaces = {};

/** The interfaces now; while the system refuses, the last known ones. Never throws. */
export function interfacesNow(ask: () => Interfaces = look): Interfaces {
  try {
    last = ask();
  } catch {
    // Refused (EMFILE, ENOMEM): addresses hardly change in that moment, and the caller will ask again.
  }
  return last;
}

/** Elsewhere than on Linux there are no such files, and no links but those that Node tells of. */
const look = (): Interfaces =>
  withIdleLinks(networkInterfaces(), readIfThere('/proc/net/fib_trie'), readIfThere('/proc/net/route'));
