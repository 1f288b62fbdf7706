/** One task after the other, so that each finds what the one before it has done. */
import { type ReadonlySignal, signal } from '@preact/signals';

/** Nobody notices less, in milliseconds. */
const NOTICED_MS = 300;

export type Line = {
  /** A task takes long enough that a person wonders. */
  readonly isLong: ReadonlySignal<boolean>;
  /** Does `task` when those before it are done. One that rejects has `failed`, and holds nobody up. */
  join(task: () => Promise<void>, failed: () => void): void;
  /** Does it at once, or when everything in the line is done. */
  after(task: () => void): void;
};

export function createLine(): Line {
  const isLong = signal(false);
  let last: Promise<void> | undefined;
  const after = (task: () => void): void => {
    if (last) void last.then(() => after(task));
    else task();
  };
  return {
    isLong,
    after,
    join(task, failed) {
      const timer = setTimeout(() => {
        isLong.value = true;
      }, NOTICED_MS);
      const own = (last ?? Promise.resolve())
        .then(task)
        .catch(failed)
        .finally(() => {
          clearTimeout(timer);
          isLong.value = false;
          if (last === own) last = undefined;
        });
      last = own;
    },
  };
}
