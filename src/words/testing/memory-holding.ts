/** A holder in memory, for tests: takes what is genuine, keeps all of it. Time is what the test says. */
import { type EventId, isGenuine, type SignedEvent } from '../../protocol/event.ts';
import { type Filter, matches } from '../../protocol/filter.ts';
import { type Bringer, type Held, type Holding, type Item, type Outcome, Unreadable } from '../holding.ts';

type Kept = { readonly event: SignedEvent; readonly seenS: number };

/** Signatures take milliseconds, and tests bring the same events many times. */
const checked = new Map<string, boolean>();
function isChecked(event: SignedEvent): boolean {
  const json = JSON.stringify(event);
  const known = checked.get(json) ?? isGenuine(event);
  checked.set(json, known);
  return known;
}

export class MemoryHolding implements Holding {
  nowS = 0;
  readonly gone = new Set<EventId>();
  /** Of those that are kept. */
  readonly unreadable = new Set<EventId>();
  readonly kept = new Map<EventId, Kept>();
  readonly #listeners = new Set<(held: Held, by: Bringer) => void>();
  readonly #refuse: (event: SignedEvent, by: Bringer) => Outcome | undefined;

  constructor(refuse: (event: SignedEvent, by: Bringer) => Outcome | undefined = () => undefined) {
    this.#refuse = refuse;
  }

  has(id: EventId): boolean {
    return this.kept.has(id);
  }

  isGone(id: EventId): boolean {
    return this.gone.has(id);
  }

  items(filter: Filter): readonly Item[] {
    return [...this.kept.values()].flatMap(({ event }) => (matches(filter, event) ? [event] : []));
  }

  async *query({ limit, ...filter }: Filter): AsyncIterable<Held> {
    const found = [...this.kept.values()].filter(({ event }) => matches(filter, event));
    const newest = found.sort((a, b) => b.seenS - a.seenS).slice(0, limit);
    for (const { event, seenS } of newest) if (!this.unreadable.has(event.id)) yield { event, ageS: this.nowS - seenS };
    if (newest.some(({ event }) => this.unreadable.has(event.id))) throw new Unreadable();
  }

  async put(event: SignedEvent, ageS: number, by: Bringer): Promise<Outcome> {
    await Promise.resolve();
    if (this.has(event.id)) return 'known';
    if (this.isGone(event.id)) return 'deleted';
    if (!isChecked(event)) return 'not-genuine';
    const refused = this.#refuse(event, by);
    if (refused !== undefined) return refused;
    this.kept.set(event.id, { event, seenS: this.nowS - ageS });
    for (const listener of this.#listeners) listener({ event, ageS }, by);
    return 'held';
  }

  watch(listener: (held: Held, by: Bringer) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
