/**
 * What is being saved, and what came of it. It outlives the screen that began it: a zip of many gigabytes goes on while
 * the person looks elsewhere, and can be cancelled where its transfer is shown again.
 */
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Ranges } from '../../protocol/peer.ts';
import type { TransferKey } from '../../transfer/view.ts';
import type { SaveResult } from '../model/model.ts';

export type Save = {
  /** What it hands over. A share sheet leaves no marks: this alone says what a person means who says that it is there. */
  readonly files: Ranges;
  /** All in one file, which is given up with the signal. */
  readonly isZip: boolean;
  /** Begins; `signal` is given when the person has enough of it. */
  save(signal: AbortSignal): Promise<SaveResult>;
};

/** A save that ended by itself. */
export type Outcome = { readonly of: Save; readonly result: Exclude<SaveResult, 'aborted'> };

export type Work = {
  readonly isRunning: ReadonlySignal<boolean>;
  /** Something runs that `stop` ends. */
  readonly canStop: ReadonlySignal<boolean>;
  /** The last one; kept until somebody has seen it. */
  readonly outcome: ReadonlySignal<Outcome | undefined>;
  /** Saves beside what runs already. Resolves to what came of it. */
  run(what: Save): Promise<SaveResult>;
  /** Ends all that can be ended. */
  stop(): void;
  /**
   * A place on the screen tells the outcome from now on, until it calls what it gets. Once the last of them is gone, the
   * outcome counts as seen; what nobody was there to see is told to whoever comes back.
   */
  shown(): () => void;
};

/** `stop` is absent when nothing can end it. */
type Run = { readonly stop?: AbortController };

export function createWork(): Work {
  const runs = signal<readonly Run[]>([]);
  const outcome = signal<Outcome | undefined>(undefined);
  let places = 0;
  return {
    isRunning: computed(() => runs.value.length > 0),
    canStop: computed(() => runs.value.some(({ stop }) => stop !== undefined)),
    outcome,
    async run(what) {
      const own = new AbortController();
      const run: Run = what.isZip ? { stop: own } : {};
      outcome.value = undefined;
      runs.value = [...runs.value, run];
      const result = await what.save(own.signal).finally(() => {
        runs.value = runs.value.filter((other) => other !== run);
      });
      if (result !== 'aborted') outcome.value = { of: what, result };
      return result;
    },
    stop() {
      for (const { stop } of runs.value) stop?.abort();
    },
    shown() {
      places += 1;
      return () => {
        places -= 1;
        if (places === 0) outcome.value = undefined;
      };
    },
  };
}

/** Of this page: as many as the person has looked at, each a few bytes. */
const works = new Map<string, Work>();

/** The work on a transfer, or on `only` the file with this index: the same on every screen that shows it. */
export function workOn(key: TransferKey, only?: number): Work {
  const name = only === undefined ? key : `${key}/${only}`;
  const known = works.get(name) ?? createWork();
  works.set(name, known);
  return known;
}
