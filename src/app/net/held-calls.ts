/** Calls that the router holds back, because too many come from this place just now. Each is made again by itself. */
import type { DeviceId } from '../../protocol/signaling.ts';

/** About when a call is made again, in milliseconds. */
const HELD_MS = 5_000;

export class HeldCalls {
  readonly #timers = new Map<DeviceId, ReturnType<typeof setTimeout>>();

  has(peer: DeviceId): boolean {
    return this.#timers.has(peer);
  }

  /** `callAgain` comes at a moment of its own: many may be held back at once. */
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
