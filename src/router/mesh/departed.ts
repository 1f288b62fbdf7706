/** Routers that have left the mesh, so that the operator sees which one is missing. Pure, and bounded. */
import type { RouterId } from './bus.ts';

export type Departed = {
  readonly id: RouterId;
  readonly name: string;
  /** Its last address. */
  readonly address: string;
  readonly goneForMs: number;
};

const MAX_DEPARTED = 32;
/** A router that is away for longer was taken away on purpose. */
const SHOWN_MS = 3_600_000;

export class DepartedRouters {
  /** In the order in which they left. */
  readonly #all = new Map<RouterId, { readonly name: string; readonly address: string; readonly at: number }>();

  left(id: RouterId, name: string, address: string, now: number): void {
    this.#all.delete(id);
    this.#all.set(id, { name, address, at: now });
    if (this.#all.size <= MAX_DEPARTED) return;
    const [oldest] = this.#all.keys();
    if (oldest !== undefined) this.#all.delete(oldest);
  }

  /**
   * The router is back; or its address now belongs to another id: a router that had to change its id is not missing.
   */
  joined(id: RouterId, address: string): void {
    this.#all.delete(id);
    for (const [other, one] of this.#all) if (one.address === address) this.#all.delete(other);
  }

  list(now: number): readonly Departed[] {
    return [...this.#all]
      .filter(([, { at }]) => now - at < SHOWN_MS)
      .map(([id, { name, address, at }]) => ({ id, name, address, goneForMs: Math.round(now - at) }))
      .reverse();
  }
}
