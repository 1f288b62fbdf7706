/** One task after the other, so that each sees the results of the previous ones. */
import { type ReadonlySignal, signal } from '@preact/signals';

/** Shorter waits are not noticed, in milliseconds. */
const NOTICED_MS = 300;

export type Line = {
  /** True when a task takes so long that a person wonders. */
  readonly isLong: ReadonlySignal<boolean>;
  /** Runs `task`, which never rejects, after all earlier ones. */
  join(task: () => Promise<void>): void;
  /** Runs `task` at once, or when everything in the line is done. */
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
    join(task) {
      const timer = setTimeout(() => {
        isLong.value = true;
      }, NOTICED_MS);
      const own = (last ?? Promise.resolve()).then(task).finally(() => {
        clearTimeout(timer);
        isLong.value = false;
        if (last === own) last = undefined;
      });
      last = own;
    },
  };
}
