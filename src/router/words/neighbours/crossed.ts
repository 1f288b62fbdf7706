/**
 * Which events have gone over one link lately, either way. None goes over it again for some minutes: not one that was told as news
 * while two routers compared what they hold, and not one that the other end could not keep.
 */
import type { EventId } from '../../../protocol/event.ts';

/** What has crossed is remembered for this time at least, and twice as long at most. */
export const REMEMBERED_MS = 5 * 60_000;
/** Most events that are remembered of one link is twice as many: half a megabyte. */
const MAX_OF_A_TIME = 2_048;

export class Crossed {
  #recent = new Set<EventId>();
  #before: ReadonlySet<EventId> = new Set();
  #since = performance.now();

  add(id: EventId): void {
    this.#turn();
    this.#recent.add(id);
  }

  has(id: EventId): boolean {
    this.#turn();
    return this.#recent.has(id) || this.#before.has(id);
  }

  #turn(): void {
    const now = performance.now();
    const isOver = now - this.#since >= REMEMBERED_MS;
    if (!isOver && this.#recent.size < MAX_OF_A_TIME) return;
    this.#before = now - this.#since >= 2 * REMEMBERED_MS ? new Set() : this.#recent;
    this.#recent = new Set();
    this.#since = now;
  }
}
