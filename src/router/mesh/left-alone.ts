/** Routers that are ignored for a while because they broke the protocol. Pure; time is passed in. */
import type { RouterId } from './bus.ts';

/** So long that lying is not worth the handshakes, and so short that a repaired router is soon back. */
const LEFT_ALONE_MS = 30_000;

export class LeftAlone {
  readonly #ids = new Map<RouterId, number>();
  /** Addresses at which somebody answered without proving an id. */
  readonly #addresses = new Map<string, number>();

  add(id: RouterId, now: number): void {
    this.#ids.set(id, now + LEFT_ALONE_MS);
  }

  addAddress(address: string, now: number): void {
    this.#addresses.set(address, now + LEFT_ALONE_MS);
  }

  has(id: RouterId, now: number): boolean {
    return (this.#ids.get(id) ?? 0) > now;
  }

  hasAddress(address: string, now: number): boolean {
    return (this.#addresses.get(address) ?? 0) > now;
  }

  /** Forgets the entries that have expired. */
  tick(now: number): void {
    for (const [id, until] of this.#ids) if (until <= now) this.#ids.delete(id);
    for (const [address, until] of this.#addresses) if (until <= now) this.#addresses.delete(address);
  }
}
