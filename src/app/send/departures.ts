/**
 * Files that have been sent and have not left yet: each departure waits a few seconds in which it can be undone,
 * because a press on the wrong device cannot be undone once that device rings. Knows nothing of presence; `leave` does.
 */
import { type ReadonlySignal, signal } from '@preact/signals';
import type { DeviceId } from '../../protocol/signaling.ts';
import type { ChosenFile } from '../model/model.ts';

/** Long enough to read a name and see that it is the wrong one. In seconds. */
export const GRACE_S = 4;
const TICK_MS = 1_000;

/** A pressed device, with the name that was on the button. */
export type Recipient = { readonly id: DeviceId; readonly name: string };

export type Departure = {
  /** Tells departures apart; never used twice. */
  readonly number: number;
  readonly files: readonly ChosenFile[];
  readonly to: readonly Recipient[];
  readonly secondsLeft: number;
  /** The files were chosen before the device: a press on another one is meant for the same files. */
  readonly takesMore: boolean;
  /** A line that goes along. */
  readonly note?: string;
};

/** Whether a line goes along: it was written to those who were named then, and to nobody else. */
export const isWritten = ({ note }: Pick<Departure, 'note'>): boolean => note !== undefined && note.trim() !== '';

export type Departures = {
  /** Oldest first. */
  readonly waiting: ReadonlySignal<readonly Departure[]>;
  add(files: readonly ChosenFile[], to: readonly Recipient[], takesMore: boolean, note?: string): void;
  /**
   * Adds a recipient to the newest departure that takes more, whose seconds begin anew; if a line was written, the same files
   * depart for the recipient without it. False when there is no such departure.
   */
  join(recipient: Recipient): boolean;
  write(number: number, note: string): void;
  /** Cancels a departure. */
  take(number: number): Departure | undefined;
  leaveNow(number: number): void;
  allLeaveNow(): void;
  /** Stops the seconds while a person is at the buttons with the keyboard; afterwards they continue. */
  hold(isHeld: boolean): void;
};

export function createDepartures(leave: (departure: Departure) => void): Departures {
  const waiting = signal<readonly Departure[]>([]);
  let last = 0;
  const seconds = createSeconds(() => {
    waiting.value = waiting.value.map((departure) => ({ ...departure, secondsLeft: departure.secondsLeft - 1 }));
    for (const { number, secondsLeft } of waiting.value) if (secondsLeft <= 0) leaveNow(number);
  });
  const take = (number: number): Departure | undefined => {
    const taken = waiting.value.find((departure) => departure.number === number);
    if (taken === undefined) return undefined;
    // A button that disappears with its row silently takes the focus with it: nobody is at the buttons any more.
    seconds.hold(false);
    waiting.value = waiting.value.filter((departure) => departure !== taken);
    if (waiting.value.length === 0) seconds.stop();
    return taken;
  };
  const leaveNow = (number: number): void => {
    const leaving = take(number);
    if (leaving !== undefined) leave(leaving);
  };
  /** The newest departure gets full seconds, in whichever fraction of a second the others are. */
  const begin = (next: readonly Departure[]): void => {
    waiting.value = next;
    seconds.begin();
  };
  const add: Departures['add'] = (files, to, takesMore, note) => {
    last += 1;
    const begun = { number: last, files, to, takesMore, secondsLeft: GRACE_S };
    begin([...waiting.value, note === undefined ? begun : { ...begun, note }]);
  };
  return {
    waiting,
    take,
    leaveNow,
    add,
    join(recipient) {
      const open = waiting.value.filter(({ takesMore }) => takesMore).at(-1);
      if (open === undefined) return false;
      const same = waiting.value.filter(({ files }) => files === open.files);
      if (same.some(({ to }) => to.some(({ id }) => id === recipient.id))) return true;
      if (isWritten(open)) {
        add(open.files, [recipient], true);
        return true;
      }
      const joined = { ...open, to: [...open.to, recipient], secondsLeft: GRACE_S };
      begin(waiting.value.map((departure) => (departure === open ? joined : departure)));
      return true;
    },
    write(number, note) {
      waiting.value = waiting.value.map((one) => (one.number === number ? { ...one, note } : one));
    },
    allLeaveNow() {
      for (const { number } of waiting.value) leaveNow(number);
    },
    hold: seconds.hold,
  };
}

/** Seconds that can be held: none passes then. */
function createSeconds(passed: () => void): { begin(): void; stop(): void; hold(isHeld: boolean): void } {
  let isHeld = false;
  let timer: ReturnType<typeof setInterval> | undefined;
  return {
    begin() {
      clearInterval(timer);
      isHeld = false;
      timer = setInterval(() => isHeld || passed(), TICK_MS);
    },
    stop() {
      clearInterval(timer);
    },
    hold(held) {
      isHeld = held;
    },
  };
}
