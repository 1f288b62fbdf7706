/**
 * Looks whether events are genuine, one after the other, in slices: each takes some dozen milliseconds on a phone, two thousand come
 * at once, and a person waits for an answer meanwhile.
 */
import { isGenuine, type SignedEvent } from '../../protocol/event.ts';

/** Longest time in which nobody else in the worker has a turn, in milliseconds. */
const SLICE_MS = 40;

/**
 * So much may wait, in UTF-16 code units of texts, with a kilobyte for the rest of each: several boards of 2,000 posts. Who sends more
 * before that is looked at wants the memory of this device.
 */
const MOST_WAITING = 16_000_000;
const REST = 1_000;

export type CheckingPorts = {
  /** Milliseconds on a monotonic clock. */
  readonly elapsed: () => number;
  readonly schedule: (task: () => void, ms: number) => () => void;
  readonly isGenuine?: typeof isGenuine;
};

export class Checking {
  readonly #ports: CheckingPorts;
  readonly #waiting: { readonly event: SignedEvent; readonly answer: (is: boolean) => void }[] = [];
  #length = 0;
  #isRunning = false;

  constructor(ports: CheckingPorts) {
    this.#ports = ports;
  }

  /** True while so many wait that no other one may. */
  get isBusy(): boolean {
    return this.#length > MOST_WAITING;
  }

  isGenuine(event: SignedEvent): Promise<boolean> {
    return new Promise((answer) => {
      this.#waiting.push({ event, answer });
      this.#length += event.content.length + REST;
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
      if (next === undefined) break;
      this.#length -= next.event.content.length + REST;
      next.answer(check(next.event));
    } while (this.#waiting.length > 0 && elapsed() < end);
    this.#isRunning = this.#waiting.length > 0;
    if (this.#isRunning) schedule(() => this.#slice(), 0);
  }
}
