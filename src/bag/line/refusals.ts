/**
 * What became of events and files that were exchanged, so that they are not exchanged again every minute: a phone that stands for a day
 * beside a full router, or is full itself, would take its part of the air all day for nothing. In memory: the next visit of the page tries
 * each once more.
 */
import type { EventId } from '../../protocol/event.ts';
import type { Memory } from '../../words/exchange/reconciling.ts';
import type { Outcome } from '../../words/holding.ts';
import type { Refused } from '../../words/refusal.ts';

/** Until what a router did not take may be offered there once more, in milliseconds. Its owner waits for one's own. */
export const AGAIN_MS = { own: 5 * 60 * 1000, theirs: 60 * 60 * 1000 } as const;
/** So much is remembered of each side, the latest: as many events as a router holds, a hundred bytes each. */
const MOST = 20_000;
/** So many routers are remembered, the latest. */
const MOST_ROUTERS = 8;

/** The event or the file itself is not taken there, today and tomorrow. Only a person tries it again. */
const FOR_GOOD: ReadonlySet<Outcome> = new Set<Refused>([
  'not-genuine',
  'malformed',
  'too-large',
  'other-kind',
  'too-deep',
  'for-nobody',
  'deleted',
  'removed',
  'ended',
]);
/** Says nothing of what was brought: it may be brought again at once. */
const OF_THE_MOMENT: ReadonlySet<Outcome> = new Set<Refused>(['pace', 'unknown']);
/** A letter of somebody who may be let in later, or when there is room among what strangers say. */
const HERE_FOR_A_WHILE: ReadonlySet<Outcome> = new Set<Refused>(['disk', 'quota']);
const FULL: ReadonlySet<Outcome> = new Set<Outcome>(['held', 'full']);

export type RefusalsPorts = {
  readonly elapsed: () => number;
  /** True when much more of strangers' letters may be taken than when it was full. */
  readonly hasRoom: () => boolean;
};

type Said = { readonly outcome: Outcome; readonly at: number };

export class Refusals {
  readonly #ports: RefusalsPorts;
  readonly #here = new Map<string, Said>();
  /** By routers. */
  readonly #there = new Map<string, Map<string, Said>>();

  constructor(ports: RefusalsPorts) {
    this.#ports = ports;
  }

  /** Of strangers' letters, compared with that router. */
  memoryOf(router: string): Memory {
    return {
      isDone: (id, where) => (where === 'here' ? this.#wasHere(id) : this.isRefused(router, id, AGAIN_MS.theirs)),
      note: (id, where, outcome) => {
        if (where === 'there') this.note(router, id, outcome);
        else if (outcome !== 'known') keep(this.#here, id, { outcome, at: this.#ports.elapsed() }, MOST);
      },
    };
  }

  /** What that router has said to an event, or to the file with that digest. */
  note(router: string, id: string, outcome: Outcome): void {
    const said = this.#there.get(router) ?? new Map<string, Said>();
    keep(this.#there, router, said, MOST_ROUTERS);
    if (outcome === 'held' || outcome === 'known' || OF_THE_MOMENT.has(outcome)) said.delete(id);
    else keep(said, id, { outcome, at: this.#ports.elapsed() }, MOST);
  }

  /** True when that router has refused it for good, or less than `ms` milliseconds ago. */
  isRefused(router: string, id: string, ms: number): boolean {
    const said = this.#there.get(router)?.get(id);
    return said !== undefined && (FOR_GOOD.has(said.outcome) || this.#ports.elapsed() - said.at < ms);
  }

  /** What was not taken here may be taken now: its owner has changed what they want. */
  forgetHere(): void {
    this.#here.clear();
  }

  /** What was taken and is not here any more had to make room for newer ones: it is as if it had been refused. */
  #wasHere(id: EventId): boolean {
    const said = this.#here.get(id);
    if (said === undefined) return false;
    if (HERE_FOR_A_WHILE.has(said.outcome)) return this.#ports.elapsed() - said.at < AGAIN_MS.theirs;
    return !(FULL.has(said.outcome) && this.#ports.hasRoom());
  }
}

/** As the latest; the oldest goes when there are more than `most`. */
function keep<T>(all: Map<string, T>, id: string, value: T, most: number): void {
  all.delete(id);
  all.set(id, value);
  if (all.size <= most) return;
  const [oldest] = all.keys();
  if (oldest !== undefined) all.delete(oldest);
}
