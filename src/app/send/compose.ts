/** What is about to be sent, and to whom. Files first or device first, one device or several: all meet here. */
import { batch, computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { DeviceId } from '../../protocol/signaling.ts';
import { type Excess, excess } from '../../transfer/sendable.ts';
import { type Group, inRanges } from '../model/groups.ts';
import type { ChosenFile, Model } from '../model/model.ts';
import { createDepartures, type Departure, type Departures, type Recipient } from './departures.ts';

export type Compose = {
  readonly files: ReadonlySignal<readonly ChosenFile[]>;
  /** They are too much for one transfer: undone, what had left came to what was chosen since. Nothing is sent before a part is taken out. */
  readonly tooMuch: ReadonlySignal<Excess | undefined>;
  /** Devices marked in the mode "several"; absent when a press on a device sends. */
  readonly marked: ReadonlySignal<ReadonlySet<DeviceId> | undefined>;
  /** What was sent and can still be undone. */
  readonly departures: Pick<Departures, 'waiting' | 'leaveNow' | 'allLeaveNow' | 'hold'>;
  /** Files are here that only this page has: chosen ones, and those that have not left. */
  readonly holdsFiles: ReadonlySignal<boolean>;
  /** Who of the last departure had left before it: nothing was sent to them. */
  readonly missed: ReadonlySignal<readonly Recipient[]>;
  add(files: readonly ChosenFile[]): void;
  remove(group: Group): void;
  clear(): void;
  choose(): void;
  /** The picker came back: the result takes what it has brought, for those for whom it was opened. */
  picking(): (files: readonly ChosenFile[]) => void;
  /** The picker came back: with files, or with none when it was closed. */
  picked(files: readonly ChosenFile[]): void;
  press(device: DeviceId): void;
  toggleSeveral(): void;
  sendToMarked(): void;
  sendTo(files: readonly ChosenFile[], to: readonly DeviceId[]): void;
  /** Does not send it, and puts its files back to those that are chosen; without a number, the newest one. */
  undo(number?: number): void;
};

type Behind = Pick<Model, 'connection' | 'devices' | 'send' | 'hold'>;

export function createCompose(model: Behind, openPicker: () => void): Compose {
  const files = signal<readonly ChosenFile[]>([]);
  const tooMuch = computed(() => excess(files.value.map(({ path, file: { size } }) => ({ path, size }))));
  const wanted = signal<ReadonlySet<DeviceId> | undefined>(undefined);
  const missed = signal<readonly Recipient[]>([]);
  const present = computed(() => model.devices.value.filter(({ hasLeft }) => !hasLeft));
  const marked = computed(
    () => wanted.value && new Set(present.value.map(({ id }) => id).filter((id) => wanted.value?.has(id))),
  );
  /** Who gets what the open picker brings back; nobody: it goes to the tray. */
  let recipients: readonly Recipient[] = [];

  const putBack = (departure: Departure): void => {
    files.value = [...departure.files, ...files.value];
  };
  /** What was pressed is meant: who has left is told, and nobody else takes the place, whatever their name. */
  const departures = createDepartures((departure) => {
    const isHere = ({ id }: Recipient) => present.value.some((device) => device.id === id);
    const to = departure.to.filter(isHere);
    const { value: connection } = model.connection;
    // Another page has the engine now; this one keeps its files for when it is used again.
    if (connection === 'replaced' || connection === 'outdated') return putBack(departure);
    batch(() => {
      missed.value = departure.to.filter((recipient) => !isHere(recipient));
      if (to.length === 0) putBack(departure);
    });
    if (to.length > 0)
      model.send(
        departure.files,
        to.map(({ id }) => id),
      );
  });
  const holdsFiles = computed(() => files.value.length > 0 || departures.waiting.value.length > 0);
  // Whoever is about to press a device finds it where they saw it.
  effect(() => model.hold(holdsFiles.value || wanted.value !== undefined));

  const asRecipients = (ids: readonly DeviceId[]): readonly Recipient[] =>
    model.devices.value.filter(({ id }) => ids.includes(id)).map(({ id, name }) => ({ id, name }));
  const depart = (chosen: readonly ChosenFile[], to: readonly Recipient[], takesMore: boolean): void => {
    missed.value = [];
    if (chosen.length > 0 && to.length > 0) departures.add(chosen, to, takesMore);
  };
  const sendOrPick = (to: readonly Recipient[]): void => {
    missed.value = [];
    if (files.value.length === 0) {
      recipients = to;
      openPicker();
      return;
    }
    if (tooMuch.value) return; // which is said
    batch(() => {
      depart(files.value, to, wanted.value === undefined);
      files.value = [];
      wanted.value = undefined;
    });
  };
  const add = (more: readonly ChosenFile[]): void => {
    missed.value = [];
    files.value = [...files.value, ...more];
  };
  const picking = () => {
    const to = recipients;
    recipients = [];
    return (chosen: readonly ChosenFile[]): void => {
      batch(() => {
        if (to.length === 0) add(chosen);
        else if (chosen.length > 0) wanted.value = undefined;
        depart(chosen, to, false);
      });
    };
  };
  return {
    files,
    tooMuch,
    marked,
    departures,
    holdsFiles,
    missed,
    add,
    sendTo: (chosen, to) => depart(chosen, asRecipients(to), false),
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
    picking,
    picked: (chosen) => picking()(chosen),
    press(device) {
      const [pressed] = asRecipients([device]);
      if (pressed === undefined || !present.value.some(({ id }) => id === device)) return;
      if (marked.value === undefined) {
        if (files.value.length > 0 || !departures.join(pressed)) sendOrPick([pressed]);
        return;
      }
      const next = new Set(marked.value);
      if (!next.delete(device)) next.add(device);
      wanted.value = next;
    },
    toggleSeveral() {
      wanted.value = wanted.value === undefined ? new Set() : undefined;
    },
    sendToMarked() {
      if (marked.value?.size) sendOrPick(asRecipients([...marked.value]));
    },
    undo(number = departures.waiting.value.at(-1)?.number ?? 0) {
      const taken = departures.take(number);
      if (taken !== undefined) putBack(taken);
    },
  };
}
