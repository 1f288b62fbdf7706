/** The end of a departure: it goes to the recipients that are still here, or back to the chosen files. */
import { batch, type ReadonlySignal, signal } from '@preact/signals';
import type { ChosenFile, Model } from '../model/model.ts';
import type { Listed } from '../model/presence.ts';
import { createDepartures, type Departure, type Departures, isWritten, type Recipient } from './departures.ts';

type Leaving = {
  readonly departures: Departures;
  /** Recipients of the last departure that had left before it and got nothing. */
  readonly missed: ReadonlySignal<readonly Recipient[]>;
  /** Clears `missed` for the person's next action. */
  forgetMissed(): void;
  depart(files: readonly ChosenFile[], to: readonly Recipient[], takesMore: boolean): void;
  /** Cancels a departure, and puts its files back. */
  undo(number: number): void;
};

export function createLeaving(
  model: Pick<Model, 'connection' | 'send'>,
  present: ReadonlySignal<readonly Listed[]>,
  putBack: (files: readonly ChosenFile[]) => void,
): Leaving {
  const missed = signal<readonly Recipient[]>([]);
  /** What had a line and came back: the line is there again when all of it departs, for who wrote it to look at. */
  let written: Departure | undefined;
  const back = (departure: Departure): void => {
    if (isWritten(departure)) written = departure;
    putBack(departure.files);
  };
  const lineOf = (files: readonly ChosenFile[]): string | undefined => {
    const among = new Set(files);
    return written?.files.every((file) => among.has(file)) ? written.note : undefined;
  };
  /** A press means one device: no other takes the place of a device that has left, whatever its name. */
  const departures = createDepartures((departure) => {
    const isHere = ({ id }: Recipient) => present.value.some((device) => device.id === id);
    const to = departure.to.filter(isHere);
    const { value: connection } = model.connection;
    // Another page has the engine now; this page keeps its files for later use.
    if (connection === 'replaced' || connection === 'outdated') return back(departure);
    batch(() => {
      missed.value = departure.to.filter((recipient) => !isHere(recipient));
      if (to.length === 0) back(departure);
    });
    if (to.length > 0)
      model.send(
        departure.files,
        to.map(({ id }) => id),
        departure.note,
      );
  });
  const forgetMissed = (): void => {
    missed.value = [];
  };
  return {
    departures,
    missed,
    forgetMissed,
    depart(files, to, takesMore) {
      forgetMissed();
      if (files.length === 0 || to.length === 0) return;
      const note = lineOf(files);
      if (note !== undefined) written = undefined;
      departures.add(files, to, takesMore, note);
    },
    undo(number) {
      const taken = departures.take(number);
      if (taken !== undefined) back(taken);
    },
  };
}
