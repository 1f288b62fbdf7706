/** Between a choice and what is about to be sent: files are looked at first, and what is left out is said. */
import { batch, type ReadonlySignal, signal } from '@preact/signals';
import type { DeviceId } from '../../protocol/signaling.ts';
import { type Examined, isWhole, type LeftOut, NOTHING_LEFT_OUT } from '../files/examine.ts';
import type { Dropped } from '../files/files.ts';
import type { ChosenFile } from '../model/model.ts';
import type { Compose } from './compose.ts';

export type Choosing = {
  /** Of the last choice, where there is something to say. */
  readonly leftOut: ReadonlySignal<LeftOut | undefined>;
  /** Files are being looked at, for long enough that a person wonders. */
  readonly isLooking: ReadonlySignal<boolean>;
  /** The picker came back; without files where it was closed. */
  picked(files: readonly ChosenFile[], wasClosed: boolean): void;
  dropped(drop: Dropped, on: DeviceId | undefined): void;
  /** Files from elsewhere: shared from another app, say. */
  add(files: readonly ChosenFile[]): void;
  /** Does what a person pressed, for which the files must be there: at once, or when they have been looked at. */
  then(pressed: () => void): void;
};

type Examine = (chosen: readonly ChosenFile[], beside: readonly ChosenFile[], drop?: Dropped) => Promise<Examined>;

/** Nobody notices less, in milliseconds. */
const NOTICED_MS = 300;

export function createChoosing(
  compose: Pick<Compose, 'files' | 'add' | 'picking' | 'sendTo'>,
  examine: Examine,
): Choosing {
  const leftOut = signal<LeftOut | undefined>(undefined);
  const isLooking = signal(false);
  /** One choice after the other: what is chosen already counts. */
  let line: Promise<void> | undefined;

  const take = (
    chosen: readonly ChosenFile[],
    deliver: (files: readonly ChosenFile[]) => void,
    drop?: Dropped,
  ): void => {
    const timer = setTimeout(() => {
      isLooking.value = true;
    }, NOTICED_MS);
    const look = async (): Promise<void> => {
      const examined = await examine(chosen, compose.files.value, drop);
      batch(() => {
        const whole = isWhole(examined.leftOut);
        const { isNothing, withoutContent } = examined.leftOut;
        leftOut.value = whole && !isNothing && withoutContent.length === 0 ? undefined : examined.leftOut;
        if (examined.files.length === 0) return;
        // What has holes is not sent before the person has seen that.
        if (whole) deliver(examined.files);
        else compose.add(examined.files);
      });
    };
    // Whatever becomes of this choice, the next one and what was pressed meanwhile do not wait for it for ever.
    const failed = (): void => {
      leftOut.value = { ...NOTHING_LEFT_OUT, unreadable: chosen.map(({ path }) => path) };
    };
    const own = (line ?? Promise.resolve())
      .then(look)
      .catch(failed)
      .finally(() => {
        clearTimeout(timer);
        isLooking.value = false;
        if (line === own) line = undefined;
      });
    line = own;
  };
  const then = (pressed: () => void): void => {
    if (line) void line.then(() => then(pressed));
    else pressed();
  };
  return {
    leftOut,
    isLooking,
    picked(files, wasClosed) {
      const deliver = compose.picking();
      if (!wasClosed) take(files, deliver);
    },
    dropped: (drop, on) =>
      take(drop.files, on === undefined ? compose.add : (files) => compose.sendTo(files, [on]), drop),
    add: (files) => take(files, compose.add),
    then,
  };
}
