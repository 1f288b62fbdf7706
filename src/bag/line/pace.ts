/** So many bytes a second and not more: who is over waits until it evens out. */

/** So much may come at once, in seconds of the pace. */
const BURST_S = 2;

type PacePorts = {
  readonly elapsed: () => number;
  readonly schedule: (task: () => void, ms: number) => () => void;
};

export class Pace {
  readonly #perMs: number;
  readonly #ports: PacePorts;
  #left: number;
  #at: number;

  constructor(perSecond: number, ports: PacePorts) {
    this.#perMs = perSecond / 1000;
    this.#ports = ports;
    this.#left = BURST_S * perSecond;
    this.#at = ports.elapsed();
  }

  spend(bytes: number): void {
    this.#look();
    this.#left -= bytes;
  }

  /** Resolves when what was spent is evened out. */
  async room(): Promise<void> {
    this.#look();
    while (this.#left < 0) {
      await new Promise<void>((resolve) => this.#ports.schedule(resolve, Math.ceil(-this.#left / this.#perMs)));
      this.#look();
    }
  }

  #look(): void {
    const now = this.#ports.elapsed();
    this.#left = Math.min(BURST_S * 1000 * this.#perMs, this.#left + (now - this.#at) * this.#perMs);
    this.#at = now;
  }
}
