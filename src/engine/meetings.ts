/** When to try again to reach a device with which something is unfinished. */
import type { DeviceId } from '../protocol/signaling.ts';

/** First and longest wait before another try, in milliseconds. Doubled in between: a phone that sleeps sleeps long. */
const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 30_000;

type MeetingsPorts = {
  readonly schedule: (task: () => void, ms: number) => () => void;
  /** Tries to reach `peer` now, if there is a reason to. */
  readonly tryNow: (peer: DeviceId) => void;
};

export class Meetings {
  readonly #ports: MeetingsPorts;
  #present: ReadonlySet<DeviceId> = new Set();
  readonly #tries = new Map<DeviceId, number>();
  readonly #cancel = new Map<DeviceId, () => void>();

  constructor(ports: MeetingsPorts) {
    this.#ports = ports;
  }

  isPresent(peer: DeviceId): boolean {
    return this.#present.has(peer);
  }

  /** The devices that can be reached now. A device that has come back is tried at once. */
  setPresent(peers: readonly DeviceId[]): void {
    const before = this.#present;
    this.#present = new Set(peers);
    for (const peer of peers) {
      if (before.has(peer)) continue;
      this.#forget(peer);
      this.#ports.tryNow(peer);
    }
  }

  /** There is a link to `peer`. */
  met(peer: DeviceId): void {
    this.#forget(peer);
  }

  /** The link to `peer` is gone, or could not be made. */
  parted(peer: DeviceId): void {
    const tries = this.#tries.get(peer) ?? 0;
    this.#tries.set(peer, tries + 1);
    this.#cancel.get(peer)?.();
    const wait = Math.min(FIRST_WAIT_MS * 2 ** tries, LONGEST_WAIT_MS);
    this.#cancel.set(
      peer,
      this.#ports.schedule(() => this.#ports.tryNow(peer), wait),
    );
  }

  #forget(peer: DeviceId): void {
    this.#tries.delete(peer);
    this.#cancel.get(peer)?.();
    this.#cancel.delete(peer);
  }
}
