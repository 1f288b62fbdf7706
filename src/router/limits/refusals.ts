/**
 * Refused connections and requests by reason: counted since the start, and logged so that a flood cannot fill the log.
 */
import type { Log } from '../machine/log.ts';

/** The reasons, in the words of the log. */
export const REFUSALS = {
  'foreign-host': 'asked for under a name that is not ours (see --hostname)',
  'foreign-page': 'a socket from a page that is not from this router',
  connections: 'too many connections from one address',
  sockets: 'too many sockets from one address',
  full: 'this router is full',
} as const;
export type Refusal = keyof typeof REFUSALS;
export type RefusalCounts = { readonly [R in Refusal]: number };

/** At most one line per reason in this time. */
const SAY_EVERY_MS = 10_000;

export class Refusals {
  readonly #log: Log;
  readonly #now: () => number;
  readonly #counts: { [R in Refusal]: number } = {
    'foreign-host': 0,
    'foreign-page': 0,
    connections: 0,
    sockets: 0,
    full: 0,
  };
  readonly #said = new Map<Refusal, { readonly at: number; readonly count: number }>();

  constructor(log: Log, now: () => number = () => performance.now()) {
    this.#log = log;
    this.#now = now;
  }

  /** `undefined` while nothing was refused. */
  get counts(): RefusalCounts | undefined {
    return Object.values(this.#counts).some((count) => count > 0) ? { ...this.#counts } : undefined;
  }

  add(reason: Refusal): void {
    this.#counts[reason] += 1;
    const count = this.#counts[reason];
    const said = this.#said.get(reason);
    const now = this.#now();
    if (said !== undefined && now - said.at < SAY_EVERY_MS) return;
    const since = count - (said?.count ?? 0);
    this.#log.info(`refused: ${REFUSALS[reason]}${since === 1 ? '' : `; ${since} times since the last such line`}`);
    this.#said.set(reason, { at: now, count });
  }
}
