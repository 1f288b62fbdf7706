/**
 * Looks whether events are genuine, one after the other, in slices: each takes some dozen milliseconds on a phone, two thousand come
 * at once, and a person waits for an answer meanwhile.
 */
import { isGenuine, type SignedEvent } from '../../protocol/event.ts';

/** Longest time in which nobody else in the worker has a turn, in milliseconds. */
const SLICE_MS = 40;

export type CheckingPorts = {
  /** Milliseconds on a monotonic clock. */
  readonly elapsed: () => number;
  readonly schedule: (task: () => void, ms: number) => () => void;
  readonly isGenuine?: typeof isGenuine;
};

export class Checking {
  readonly #ports: CheckingPorts;
  readonly #waiting: { readonly event: SignedEvent; readonly answer: (is: boolean) => void }[] = [];
  #isRunning = false;

  constructor(ports: CheckingPorts) {
    this.#ports = ports;
  }

  isGenuine(event: SignedEvent): Promise<boolean> {
    return new Promise((answer) => {
      this.#waiting.push({ event, answer });
      if (this.#isRunning) return;
      this.#isRunning = true;
      this.#ports.schedule(() => this.#slice(), 0);
    });
  }

  #slice(): void {
    const { elapsed, schedule, isGenuine: check = isGenuine } = this.#ports;
    const end = elapsed() + SLICE_MS;
    do {
      const next = this.#waiting.shift();
      next?.answer(check(next.event));
    } while (this.#waiting.length > 0 && elapsed() < end);
    this.#isRunning = this.#waiting.length > 0;
    if (this.#isRunning) schedule(() => this.#slice(), 0);
  }
}
