/** Notices that the other side of a transfer no longer answers although it should. */

/** No answer for this long, in milliseconds, counts as an interruption. ICE itself needs about as long. */
const SILENT_MS = 15_000;
/** How often transfers are checked for silence, in milliseconds. */
const LISTEN_MS = 5_000;

/** Something that can fall silent: a transfer that runs over a link. */
export type Heard = {
  heard(): void;
  checkSilence(now: number, silentMs: number): void;
};

type SilencePorts = {
  /** Milliseconds on a monotonic clock. */
  readonly elapsed: () => number;
  readonly schedule: (task: () => void, ms: number) => () => void;
  /** The transfers that are on a link now. */
  readonly running: () => readonly Heard[];
};

export class Silence {
  readonly #ports: SilencePorts;
  #lastListened: number | undefined;

  constructor(ports: SilencePorts) {
    this.#ports = ports;
  }

  /** Checks for transfers that should move and do not, as long as there are transfers on links. */
  listen(): void {
    if (this.#lastListened !== undefined) return;
    this.#lastListened = this.#ports.elapsed();
    this.#ports.schedule(() => {
      const now = this.#ports.elapsed();
      // This device itself slept: the others get a chance to answer before they are called silent.
      const slept = now - (this.#lastListened ?? now) > 2 * LISTEN_MS;
      this.#lastListened = undefined;
      for (const transfer of this.#ports.running()) {
        if (slept) transfer.heard();
        transfer.checkSilence(now, SILENT_MS);
        this.listen();
      }
    }, LISTEN_MS);
  }
}
