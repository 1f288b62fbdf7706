/** Between choosing and sending: files are examined first, and those that are left out are named. */
import { batch, computed, type ReadonlySignal, signal } from '@preact/signals';
import type { DeviceId } from '../../protocol/signaling.ts';
import type { Examined } from '../files/examine.ts';
import type { Dropped } from '../files/files.ts';
import { isWhole, type LeftOut, NOTHING_LEFT_OUT } from '../files/left-out.ts';
import type { ChosenFile } from '../model/model.ts';
import type { Compose } from './compose.ts';
import { createLine } from './line.ts';

export type Choosing = {
  /** About the last choice, when there is something to say. */
  readonly leftOut: ReadonlySignal<LeftOut | undefined>;
  /** Files are being examined, for so long that a person wonders. */
  readonly isLooking: ReadonlySignal<boolean>;
  /** Chosen and not examined yet: only this page has them, and what examines them may not have been loaded. */
  readonly unexamined: ReadonlySignal<readonly ChosenFile[]>;
  /** The path of the file that was made of the last pasted or dropped text, while it is chosen. */
  readonly ofText: ReadonlySignal<string | undefined>;
  /** The picker closed; `files` is empty when it was cancelled. */
  picked(files: readonly ChosenFile[], wasClosed: boolean): void;
  dropped(drop: Dropped, on: DeviceId | undefined): void;
  /** A text was pasted or dropped, and made into this file. */
  wrote(text: ChosenFile, on: DeviceId | undefined): void;
  /** Adds files from elsewhere, for instance shared from another app. */
  add(files: readonly ChosenFile[]): void;
  /** Performs an action that needs the files: at once, or when they have been examined. */
  whenLooked(pressed: () => void): void;
};

type Examine = (chosen: readonly ChosenFile[], beside: readonly ChosenFile[], drop?: Dropped) => Promise<Examined>;

export function createChoosing(
  compose: Pick<Compose, 'files' | 'add' | 'picking' | 'sendTo'>,
  examine: Examine,
): Choosing {
  const leftOut = signal<LeftOut | undefined>(undefined);
  const line = createLine();
  const written = signal<string | undefined>(undefined);
  const unexamined = signal<readonly ChosenFile[]>([]);
  type Deliver = (files: readonly ChosenFile[]) => void;
  const look = async (chosen: readonly ChosenFile[], deliver: Deliver, drop?: Dropped): Promise<void> => {
    const examined = await examine(chosen, compose.files.value, drop);
    batch(() => {
      const whole = isWhole(examined.leftOut);
      const { isNothing, withoutContent } = examined.leftOut;
      leftOut.value = whole && !isNothing && withoutContent.length === 0 ? undefined : examined.leftOut;
      if (examined.files.length === 0) return;
      // An incomplete choice is not sent before the person has seen that.
      if (whole) deliver(examined.files);
      else compose.add(examined.files);
    });
  };
  const take = (chosen: readonly ChosenFile[], deliver: Deliver, drop?: Dropped): void => {
    unexamined.value = [...unexamined.value, ...chosen];
    const fail = (): void => {
      leftOut.value = { ...NOTHING_LEFT_OUT, unreadable: chosen.map(({ path }) => path) };
    };
    // Not before they are delivered: a page that holds them says so all the time. The line keeps their order.
    const done = (): void => {
      unexamined.value = unexamined.value.slice(chosen.length);
    };
    line.join(() => look(chosen, deliver, drop).catch(fail).finally(done));
  };
  const dropped = (drop: Dropped, on: DeviceId | undefined): void =>
    take(drop.files, on === undefined ? compose.add : (files) => compose.sendTo(files, [on]), drop);
  return {
    leftOut,
    ofText: computed(() => compose.files.value.find(({ path }) => path === written.value)?.path),
    isLooking: line.isLong,
    unexamined,
    picked(files, wasClosed) {
      const deliver = compose.picking();
      if (!wasClosed) take(files, deliver);
    },
    dropped,
    wrote(text, on) {
      written.value = text.path;
      dropped({ files: [text], unread: [], emptyFolders: [] }, on);
    },
    add: (files) => take(files, compose.add),
    whenLooked: line.after,
  };
}
