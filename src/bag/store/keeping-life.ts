/** When the count of life is written: seldom, for a disk that sleeps is not woken for a number. */
import type { KeptLife, Life } from './life.ts';

/**
 * Since the last time, in milliseconds. With what changes, so that a clock that is set back meanwhile takes back no more than this; and
 * alone well before so much has passed that `MAX_STEP_MS` would cut it.
 */
const AGO_MS = { withChange: 15 * 60 * 1000, alone: 12 * 60 * 60 * 1000 } as const;

export class KeepingLife {
  readonly #life: Life;
  readonly #write: (kept: KeptLife) => void;
  /** The count that is stored. */
  #kept: number;

  constructor(life: Life, kept: KeptLife | undefined, write: (kept: KeptLife) => void) {
    this.#life = life;
    this.#write = write;
    this.#kept = kept?.lived ?? Number.NEGATIVE_INFINITY;
  }

  /** Something else is written now. */
  withChange(): void {
    this.#keep(AGO_MS.withChange);
  }

  /** Time has passed. */
  alone(): void {
    this.#keep(AGO_MS.alone);
  }

  #keep(ago: number): void {
    const kept = this.#life.kept;
    if (kept.lived - this.#kept < ago) return;
    this.#kept = kept.lived;
    this.#write(kept);
  }
}
