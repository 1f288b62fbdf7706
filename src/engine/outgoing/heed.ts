/** Notices that an offer is on no screen although it should be: then people had better talk. */

/** Time after which an offer should be on the other screen, in milliseconds. */
const UNHEEDED_MS = 8_000;

export class Heed {
  readonly #schedule: (task: () => void, ms: number) => () => void;
  readonly #wentUnheeded: () => void;
  #cancel: (() => void) | undefined;

  constructor(schedule: (task: () => void, ms: number) => () => void, wentUnheeded: () => void) {
    this.#schedule = schedule;
    this.#wentUnheeded = wentUnheeded;
  }

  /**
   * Call it after each change. `isWanted`: the offer should appear on the other screen, and nobody was told yet that it
   * does not.
   */
  watch(isWanted: boolean): void {
    if (isWanted === (this.#cancel !== undefined)) return;
    this.#cancel?.();
    this.#cancel = isWanted
      ? this.#schedule(() => {
          this.#cancel = undefined;
          this.#wentUnheeded();
        }, UNHEEDED_MS)
      : undefined;
  }
}
