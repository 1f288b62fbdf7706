/**
 * What is not taken again, by its id: what was let go for good, and what the person here has thrown away, until they ask for it. In
 * memory; what is to be written is returned.
 */
import type { EventId } from '../../protocol/event.ts';
import type { Changes } from '../store/journal.ts';
import { type GoneEntry, goneAs, goneKeyOf } from './kept.ts';
import type { Sort } from './room.ts';

/** Ids of what was let go, which nobody needs to send again: of all that a router holds in two weeks. */
export const MOST_GONE = 20_000;

export class Gone {
  /** The one that went first is first. */
  readonly #all: Map<EventId, GoneEntry>;

  constructor(stored: Iterable<readonly [EventId, GoneEntry]>) {
    this.#all = new Map([...stored].sort(([, a], [, b]) => a.lived - b.lived));
  }

  has(id: EventId): boolean {
    return this.#all.has(id);
  }

  add(ids: readonly EventId[], entry: GoneEntry): Changes {
    for (const id of ids) this.#all.set(id, entry);
    const surplus = [...this.#all.keys()].slice(0, Math.max(0, this.#all.size - MOST_GONE));
    return {
      put: ids.map((id) => goneAs(id, entry)),
      ...this.#drop(surplus),
    };
  }

  /** Those that were thrown away are wanted again. `undefined` when there are none. */
  askFor(sort: Sort): Changes | undefined {
    const thrown = [...this.#all].filter(([, entry]) => entry.thrown === sort).map(([id]) => id);
    return thrown.length > 0 ? this.#drop(thrown) : undefined;
  }

  /** Forgets those of before `lived`. */
  forget(lived: number): Changes {
    return this.#drop([...this.#all].filter(([, entry]) => entry.lived < lived).map(([id]) => id));
  }

  #drop(ids: readonly EventId[]): Changes {
    for (const id of ids) this.#all.delete(id);
    return { delete: ids.map(goneKeyOf) };
  }
}
