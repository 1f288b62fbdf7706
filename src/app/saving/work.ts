/**
 * What is being saved, and what came of it. It outlives the screen that began it: a zip of many gigabytes goes on while
 * the person looks elsewhere, and can be cancelled where its transfer is shown again.
 */
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { TransferKey } from '../../transfer/view.ts';
import type { SaveResult } from '../model/model.ts';

/** Begins to save; `signal` is given when the person has enough of it. */
export type Save = (signal: AbortSignal) => Promise<SaveResult>;

export type Work = {
  readonly isRunning: ReadonlySignal<boolean>;
  /** Something runs that `stop` ends. */
  readonly canStop: ReadonlySignal<boolean>;
  /** Of the last save that ended by itself. */
  readonly result: ReadonlySignal<Exclude<SaveResult, 'aborted'> | undefined>;
  /** Saves beside what runs already. `heeds`: `save` ends when its signal is given. */
  run(save: Save, heeds: boolean): Promise<void>;
  /** Ends all that can be ended. */
  stop(): void;
  /** The screen that told the result is gone. What is said only once somebody comes back is said then. */
  seen(): void;
};

/** `stop` is absent when nothing can end it. */
type Run = { readonly stop?: AbortController };

export function createWork(): Work {
  const runs = signal<readonly Run[]>([]);
  const result = signal<Exclude<SaveResult, 'aborted'> | undefined>(undefined);
  return {
    isRunning: computed(() => runs.value.length > 0),
    canStop: computed(() => runs.value.some(({ stop }) => stop !== undefined)),
    result,
    async run(save, heeds) {
      const own = new AbortController();
      const run: Run = heeds ? { stop: own } : {};
      result.value = undefined;
      runs.value = [...runs.value, run];
      const outcome = await save(own.signal).finally(() => {
        runs.value = runs.value.filter((other) => other !== run);
      });
      if (outcome !== 'aborted') result.value = outcome;
    },
    stop() {
      for (const { stop } of runs.value) stop?.abort();
    },
    seen() {
      result.value = undefined;
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
