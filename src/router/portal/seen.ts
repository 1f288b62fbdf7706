/** Which clients have seen the page, by address. In memory only; time is passed in. */

/**
 * As long as a lease lasts (see net/dnsmasq.ts): after that, the address may belong to another phone. Counted from the last
 * probe, so that a phone that stays is not sent to the page again in the middle of a transfer.
 */
export const SEEN_MS = 12 * 60 * 60 * 1000;
/** Two full LANs of a /23. With more, the client that was quiet for longest sees the page again, which does no harm. */
export const SEEN_CLIENTS = 1024;

export class SeenClients {
  /** Address to the time of its last sign of life in milliseconds, oldest first. */
  readonly #seen = new Map<string, number>();

  /** Notes that the client has seen the page. */
  add(address: string, now: number): void {
    this.#seen.delete(address);
    this.#seen.set(address, now);
    if (this.#seen.size <= SEEN_CLIENTS) return;
    for (const oldest of this.#seen.keys()) {
      this.#seen.delete(oldest);
      return;
    }
  }

  /** True when the client has seen the page. Asking counts as a sign of life. */
  has(address: string, now: number): boolean {
    const last = this.#seen.get(address);
    if (last === undefined) return false;
    if (now - last > SEEN_MS) {
      this.#seen.delete(address);
      return false;
    }
    this.add(address, now);
    return true;
  }

  get size(): number {
    return this.#seen.size;
  }
}
