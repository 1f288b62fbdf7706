/** What is about to be sent, and to whom. Files first or device first, one device or several: all meet here. */
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { DeviceId } from '../../protocol/signaling.ts';
import type { ChosenFile, Model } from '../model.ts';
import { type Group, inRanges } from './groups.ts';

export type Compose = {
  readonly files: ReadonlySignal<readonly ChosenFile[]>;
  /** Devices marked in the mode "several"; absent when a press on a device sends at once. */
  readonly marked: ReadonlySignal<ReadonlySet<DeviceId> | undefined>;
  add(files: readonly ChosenFile[]): void;
  remove(group: Group): void;
  clear(): void;
  choose(): void;
  /** The picker came back: with files, or with none when it was closed. */
  picked(files: readonly ChosenFile[]): void;
  press(device: DeviceId): void;
  toggleSeveral(): void;
  sendToMarked(): void;
  sendTo(files: readonly ChosenFile[], to: readonly DeviceId[]): void;
};

export function createCompose(model: Pick<Model, 'devices' | 'send'>, openPicker: () => void): Compose {
  const files = signal<readonly ChosenFile[]>([]);
  const wanted = signal<ReadonlySet<DeviceId> | undefined>(undefined);
  const marked = computed(() => {
    const present = model.devices.value.map((device) => device.id);
    return wanted.value && new Set(present.filter((id) => wanted.value?.has(id)));
  });
  /** Who gets what the open picker brings back; nobody: it goes to the tray. */
  let recipients: readonly DeviceId[] = [];

  const sendTo = (chosen: readonly ChosenFile[], to: readonly DeviceId[]): void => {
    if (chosen.length > 0 && to.length > 0) model.send(chosen, to);
  };
  const sendOrPick = (to: readonly DeviceId[]): void => {
    if (files.value.length === 0) {
      recipients = to;
      openPicker();
      return;
    }
    sendTo(files.value, to);
    files.value = [];
    wanted.value = undefined;
  };
  const add = (more: readonly ChosenFile[]): void => {
    files.value = [...files.value, ...more];
  };
  return {
    files,
    marked,
    add,
    sendTo,
    remove(group) {
      files.value = files.value.filter((_, index) => !inRanges(group.ranges, index));
    },
    clear() {
      files.value = [];
    },
    choose() {
      recipients = [];
      openPicker();
    },
    picked(chosen) {
      const to = recipients;
      recipients = [];
      if (to.length === 0) return add(chosen);
      if (chosen.length > 0) wanted.value = undefined;
      sendTo(chosen, to);
    },
    press(device) {
      if (marked.value === undefined) return sendOrPick([device]);
      const next = new Set(marked.value);
      if (!next.delete(device)) next.add(device);
      wanted.value = next;
    },
    toggleSeveral() {
      wanted.value = wanted.value === undefined ? new Set() : undefined;
    },
    sendToMarked() {
      if (marked.value?.size) sendOrPick([...marked.value]);
    },
  };
}
