/** Notices that an offer stands on no screen although it should: then it is best told by word of mouth. */

/** From when it is wanted on the other screen, in milliseconds. */
const UNHEEDED_MS = 8_000;

export class Heed {
  readonly #schedule: (task: () => void, ms: number) => () => void;
  readonly #wentUnheeded: () => void;
  #cancel: (() => void) | undefined;

  constructor(schedule: (task: () => void, ms: number) => () => void, wentUnheeded: () => void) {
    this.#schedule = schedule;
    this.#wentUnheeded = wentUnheeded;
  }

  /** To be called after each change. `isWanted`: the offer should come to stand on the other screen, and nobody was told yet that it does not. */
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
