/**
 * Calls that the router holds back, because too many come from this place at the moment. Each is repeated by itself.
 */
import type { DeviceId } from '../../protocol/signaling.ts';

/** Approximate time after which a call is repeated, in milliseconds. */
const HELD_MS = 5_000;

export class HeldCalls {
  readonly #timers = new Map<DeviceId, ReturnType<typeof setTimeout>>();

  has(peer: DeviceId): boolean {
    return this.#timers.has(peer);
  }

  /** `callAgain` is called after a random delay: many calls may be held back at once. */
  hold(peer: DeviceId, callAgain: () => void): void {
    const again = () => {
      this.#timers.delete(peer);
      callAgain();
    };
    this.#timers.set(peer, setTimeout(again, HELD_MS * (0.5 + Math.random())));
  }

  clear(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
  }
}
