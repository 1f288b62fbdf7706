/**
 * Debian starts coturn when it is installed, on the port at which a box runs its own. Nobody but us has asked for it, as long as its
 * configuration is as it came; else it is somebody's, and the box takes another port. Pure.
 */
import { COTURN } from '../giving-back/coturn.ts';
import type { Hardware } from '../hardware/hardware.ts';
import type { UnitState } from '../units/unit-states.ts';

/** Where a box runs its own, if the usual port is somebody's. Pages are told. */
export const OTHER_TURN_PORT = '3480';

/** `in the way`: to be stopped while this machine is a box. `of others`: goes on, and keeps its port. */
export type Coturn = 'absent' | 'in the way' | 'of others';

/**
 * `unit`: its service. Who has its port now says little: it takes each address that it finds at its start, and at the next boot
 * those of the box are there before it. `conf`: the text of /etc/turnserver.conf.
 */
export function coturnOf(unit: UnitState | undefined, conf: string): Coturn {
  if (unit === undefined || unit.isMissing || unit.isMasked) return 'absent';
  if (unit.active === 'inactive' && !unit.isEnabled) return 'absent';
  const isAsItCame = conf.split('\n').every((line) => /^\s*(?:#|$)/.test(line) || DEBIAN_SETS.has(line.trim()));
  return isAsItCame ? 'in the way' : 'of others';
}

/** What Debian 12's file says by itself (coturn 4.6.1); everything else in it is comment. */
const DEBIAN_SETS: ReadonlySet<string> = new Set([
  'syslog',
  'no-rfc5780',
  'no-stun-backward-compatibility',
  'response-origin-only-with-rfc5780',
]);

/** So that planning does not take it for a program in the way: what happens to it is decided here. */
export const withoutCoturn = (hardware: Hardware): Hardware => ({
  ...hardware,
  listeners: hardware.listeners.filter(({ owner }) => owner !== COTURN),
});

export const COTURN_SAYS: Readonly<Record<Exclude<Coturn, 'absent'>, string>> = {
  'in the way': `${COTURN}: stopped while this machine is a box, which runs one of its own; hikyaku undo gives it back.`,
  'of others': `${COTURN}: goes on, with its own configuration; the box runs one of its own on port ${OTHER_TURN_PORT}.`,
};
