/** The files that were chosen and have no recipient yet. */
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { type Excess, excess } from '../../transfer/sendable.ts';
import { type Group, inRanges } from '../model/groups.ts';
import type { ChosenFile } from '../model/model.ts';

export type Chosen = {
  readonly files: ReadonlySignal<readonly ChosenFile[]>;
  /** Present when they are too much for one transfer. */
  readonly tooMuch: ReadonlySignal<Excess | undefined>;
  add(more: readonly ChosenFile[]): void;
  /** Puts files in front of the present ones, unless they came back already: they were chosen first. */
  putBack(earlier: readonly ChosenFile[]): void;
  remove(group: Group): void;
  clear(): void;
};

export function createChosen(): Chosen {
  const files = signal<readonly ChosenFile[]>([]);
  return {
    files,
    tooMuch: computed(() => excess(files.value.map(({ path, file: { size } }) => ({ path, size })))),
    add(more) {
      files.value = [...files.value, ...more];
    },
    putBack(earlier) {
      const present = new Set(files.value);
      files.value = [...earlier.filter((file) => !present.has(file)), ...files.value];
    },
    remove(group) {
      files.value = files.value.filter((_, index) => !inRanges(group.ranges, index));
    },
    clear() {
      files.value = [];
    },
  };
}
