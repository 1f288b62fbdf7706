/** Some of a list, chosen by a person: to be saved or deleted together. */
import { useSignal } from '@preact/signals';

export type Choice<T> = {
  /** Rows can be ticked. */
  readonly isOn: boolean;
  readonly chosen: ReadonlySet<T>;
  begin(): void;
  end(): void;
  toggle(item: T): void;
};

export function useChoice<T>(): Choice<T> {
  const chosen = useSignal<ReadonlySet<T> | undefined>(undefined);
  return {
    isOn: chosen.value !== undefined,
    chosen: chosen.value ?? new Set(),
    begin: () => {
      chosen.value = new Set();
    },
    end: () => {
      chosen.value = undefined;
    },
    toggle: (item) => {
      const next = new Set(chosen.peek());
      if (!next.delete(item)) next.add(item);
      chosen.value = next;
    },
  };
}
