/** The pair that the router makes for itself: kept over restarts, renewed when its time or the router's addresses change. */
import { wordsOf } from '../machine/files.ts';
import type { Log } from '../machine/log.ts';
import type { Authority } from './authority.ts';
import type { Keep } from './keep.ts';
import { isFrom, issue } from './leaf.ts';
import { type Checked, checkPair, type LivePair, type Pair } from './pair.ts';
import { daysLeft, isDue, knowsTheDate, periodAt } from './validity.ts';

type OwnPairOptions = {
  readonly authority: Authority;
  readonly keep: Keep;
  /** The router's private IPv4 addresses now. */
  readonly addresses: () => readonly string[];
  /** When this program was made. */
  readonly built: Date;
  readonly log: Log;
  readonly now?: () => Date;
  readonly lookMs?: number;
};

/**
 * How often addresses and time are looked at. An address too many in a certificate does no harm, so a wobbling cable costs no
 * new one. At a new address the router's name works at once, and the address itself after this time.
 */
const LOOK_MS = 10_000;

export async function ownPair(options: OwnPairOptions): Promise<LivePair> {
  const { authority, keep, built, log, now = () => new Date(), lookMs = LOOK_MS } = options;
  const listeners = new Set<(pair: Pair) => void>();
  let current = await choose(keep.pair());
  let stopped = false;

  /** The old pair if it still fits, else a new one. */
  async function choose(old: Pair | undefined): Promise<Checked> {
    const names = { dns: [authority.hostname], ip: options.addresses() };
    const checked = old === undefined ? undefined : checkPair(old);
    if (checked !== undefined && 'facts' in checked && fits(checked, [...names.dns, ...names.ip])) return checked;
    const pair = await issue(authority, names, periodAt(now(), built));
    const made = checkPair(pair);
    if ('problem' in made) throw new Error(`a certificate of our own making: ${made.problem}`);
    keep.keepPair(pair);
    const end = knowsTheDate(now(), built)
      ? `for ${daysLeft(made.facts.notAfter, now())} days`
      : 'for any time: the clock of this router is wrong';
    log.info(`a new certificate for ${made.facts.names.join(', ')}, ${end}`);
    return made;
  }

  function fits({ pair, facts }: Checked, names: readonly string[]): boolean {
    return (
      isFrom(authority, pair.cert) && !isDue(facts, now(), built) && names.every((name) => facts.names.includes(name))
    );
  }

  async function look(): Promise<void> {
    const { pair } = current;
    try {
      current = await choose(pair);
      if (!stopped && current.pair.key !== pair.key) for (const listener of listeners) listener(current.pair);
    } catch (error) {
      log.error(`no new certificate (${wordsOf(error)}): the old one stays in use`);
    }
    if (!stopped) timer = setTimeout(look, lookMs).unref();
  }
  let timer = setTimeout(look, lookMs).unref();

  return {
    current: () => current,
    onChange: (listener) => listeners.add(listener),
    problem: () => (knowsTheDate(now(), built) ? undefined : 'the clock of this router is wrong'),
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
