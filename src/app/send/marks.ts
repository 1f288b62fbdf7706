/** The mode "several", in which a press marks a device instead of sending to it. */
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { DeviceId } from '../../protocol/signaling.ts';
import type { Listed } from '../model/presence.ts';

export type Marks = {
  /** The marked devices that are here; absent when a press on a device sends. */
  readonly marked: ReadonlySignal<ReadonlySet<DeviceId> | undefined>;
  toggle(device: DeviceId): void;
  /** Marks all of these; or takes the marks away, when all of them have one. */
  toggleAll(devices: readonly DeviceId[]): void;
  /** Begins or ends the mode. */
  toggleMode(): void;
  end(): void;
};

export function createMarks(present: ReadonlySignal<readonly Listed[]>): Marks {
  const wanted = signal<ReadonlySet<DeviceId> | undefined>(undefined);
  const marked = computed(
    () => wanted.value && new Set(present.value.map(({ id }) => id).filter((id) => wanted.value?.has(id))),
  );
  return {
    marked,
    toggle(device) {
      const next = new Set(marked.value);
      if (!next.delete(device)) next.add(device);
      wanted.value = next;
    },
    toggleAll(devices) {
      const next = new Set(marked.value);
      const areAll = devices.every((device) => next.has(device));
      for (const device of devices) {
        if (areAll) next.delete(device);
        else next.add(device);
      }
      wanted.value = next;
    },
    toggleMode() {
      wanted.value = wanted.value === undefined ? new Set() : undefined;
    },
    end() {
      wanted.value = undefined;
    },
  };
}
