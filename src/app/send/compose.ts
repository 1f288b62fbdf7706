/**
 * What is about to be sent, and to which devices. Files first or device first, one device or several: all ways meet
 * here.
 */
import { batch, computed, effect, type ReadonlySignal } from '@preact/signals';
import type { DeviceId } from '../../protocol/signaling.ts';
import type { Excess } from '../../transfer/sendable.ts';
import type { Group } from '../model/groups.ts';
import type { ChosenFile, Model } from '../model/model.ts';
import type { Listed } from '../model/presence.ts';
import { createChosen } from './chosen.ts';
import type { Departure, Departures, Recipient } from './departures.ts';
import { createLeaving } from './leaving.ts';
import { createMarks } from './marks.ts';

export type Compose = {
  /** The devices to which something can be sent: not those of blocked people. */
  readonly listed: ReadonlySignal<readonly Listed[]>;
  readonly files: ReadonlySignal<readonly ChosenFile[]>;
  /**
   * The files are too much for one transfer, because undone ones were added to a new choice. Nothing is sent before
   * some are removed.
   */
  readonly tooMuch: ReadonlySignal<Excess | undefined>;
  /** Devices marked in the mode "several"; absent when a press on a device sends. */
  readonly marked: ReadonlySignal<ReadonlySet<DeviceId> | undefined>;
  /** Files that were sent and can still be undone. */
  readonly departures: Pick<Departures, 'waiting' | 'leaveNow' | 'allLeaveNow' | 'hold' | 'write'>;
  /** Files that were chosen before their device, while they can be undone and nothing else is chosen: they stay in sight. */
  readonly leaving: ReadonlySignal<Departure | undefined>;
  /** Files that only this page has: chosen ones, and those that have not left. */
  readonly holdsFiles: ReadonlySignal<boolean>;
  /** Recipients of the last departure that had left before it and got nothing. */
  readonly missed: ReadonlySignal<readonly Recipient[]>;
  add(files: readonly ChosenFile[]): void;
  remove(group: Group): void;
  clear(): void;
  choose(): void;
  /** The picker is open; call the result with its files, which go to those for whom it was opened. */
  picking(): (files: readonly ChosenFile[]) => void;
  /** The picker closed: with files, or with none when it was cancelled. */
  picked(files: readonly ChosenFile[]): void;
  press(device: DeviceId): void;
  toggleSeveral(): void;
  /** Marks all of these devices, or none of them if all are marked. */
  toggleAll(devices: readonly DeviceId[]): void;
  sendToMarked(): void;
  sendTo(files: readonly ChosenFile[], to: readonly DeviceId[]): void;
  /** Cancels a departure and puts its files back among the chosen ones; without a number, the newest one. */
  undo(number?: number): void;
};

type Behind = Pick<Model, 'connection' | 'devices' | 'send' | 'hold'> & {
  readonly people: Pick<Model['people'], 'isBlocked'>;
};

export function createCompose(model: Behind, openPicker: () => void): Compose {
  const chosen = createChosen();
  const { files, tooMuch } = chosen;
  const listed = computed(() => model.devices.value.filter(({ id }) => !model.people.isBlocked(id)));
  const present = computed(() => listed.value.filter(({ hasLeft }) => !hasLeft));
  const marks = createMarks(present);
  const { marked } = marks;
  const { departures, missed, forgetMissed, depart, undo } = createLeaving(model, present, chosen.putBack);
  const leaving = computed(() => {
    if (files.value.length > 0) return undefined;
    return departures.waiting.value.filter(({ takesMore }) => takesMore).at(-1);
  });
  const holdsFiles = computed(() => files.value.length > 0 || departures.waiting.value.length > 0);
  // A person who is about to press a device must find it where they saw it.
  effect(() => model.hold(holdsFiles.value || marked.value !== undefined));

  const asRecipients = (ids: readonly DeviceId[]) => recipientsOf(model.devices.value, ids);
  const add = (more: readonly ChosenFile[]): void => {
    forgetMissed();
    chosen.add(more);
  };
  const picker = createPicker(openPicker, (brought, to) =>
    batch(() => {
      if (to.length === 0) add(brought);
      else if (brought.length > 0) marks.end();
      depart(brought, to, false);
    }),
  );
  const sendOrPick = (to: readonly Recipient[]): void => {
    forgetMissed();
    if (files.value.length === 0) picker.open(to);
    if (files.value.length === 0 || tooMuch.value) return; // the screen says so
    batch(() => {
      depart(files.value, to, marked.value === undefined);
      chosen.clear();
      marks.end();
    });
  };
  return {
    listed,
    files,
    tooMuch,
    marked,
    departures,
    leaving,
    holdsFiles,
    missed,
    add,
    sendTo: (brought, to) => depart(brought, asRecipients(to), false),
    remove: chosen.remove,
    clear: chosen.clear,
    choose: () => picker.open([]),
    picking: picker.back,
    picked: (brought) => picker.back()(brought),
    press(device) {
      const [pressed] = recipientsOf(present.value, [device]);
      if (pressed === undefined) return;
      if (marked.value !== undefined) marks.toggle(device);
      else if (files.value.length > 0 || !departures.join(pressed)) sendOrPick([pressed]);
    },
    toggleSeveral: marks.toggleMode,
    toggleAll: marks.toggleAll,
    sendToMarked() {
      if (marked.value?.size) sendOrPick(asRecipients([...marked.value]));
    },
    undo: (number = departures.waiting.value.at(-1)?.number ?? 0) => undo(number),
  };
}

function recipientsOf(devices: readonly Listed[], ids: readonly DeviceId[]): readonly Recipient[] {
  return devices.filter(({ id }) => ids.includes(id)).map(({ id, name }) => ({ id, name }));
}

/** Opens the picker, and remembers for whom: its files are then not meant for the tray. */
function createPicker(
  open: () => void,
  brings: (files: readonly ChosenFile[], to: readonly Recipient[]) => void,
): { open(to: readonly Recipient[]): void; back(): (files: readonly ChosenFile[]) => void } {
  let recipients: readonly Recipient[] = [];
  return {
    open(to) {
      recipients = to;
      open();
    },
    back() {
      const to = recipients;
      recipients = [];
      return (files) => brings(files, to);
    },
  };
}
