/** Routers in reach that do not belong to this mesh, shown to the operator. Pure, and bounded. */
import type { Stranger, StrangerReason } from './bus.ts';

const MAX_STRANGERS = 16;
/** A stranger that has not been heard for this time is not shown any more. */
const SHOWN_MS = 60_000;

export class Strangers {
  readonly #met = new Map<string, { readonly reason: StrangerReason; readonly at: number }>();

  /** False when this was already known of it. */
  met(address: string, reason: StrangerReason, now: number): boolean {
    const before = this.#met.get(address);
    const isNews = before?.reason !== reason || now - before.at >= SHOWN_MS;
    this.#met.delete(address);
    this.#met.set(address, { reason, at: now });
    const [oldest] = this.#met.keys();
    if (this.#met.size > MAX_STRANGERS && oldest !== undefined) this.#met.delete(oldest);
    return isNews;
  }

  list(now: number): readonly Stranger[] {
    return [...this.#met]
      .filter(([, { at }]) => now - at < SHOWN_MS)
      .map(([address, { reason, at }]) => ({ address, reason, lastSeenMs: Math.round(now - at) }));
  }
}
