/** The end of a departure: it goes to the recipients that are still here, or back to the chosen files. */
import { batch, type ReadonlySignal, signal } from '@preact/signals';
import type { ChosenFile, Model } from '../model/model.ts';
import type { Listed } from '../model/presence.ts';
import { createDepartures, type Departures, type Recipient } from './departures.ts';

type Leaving = {
  readonly departures: Departures;
  /** Recipients of the last departure that had left before it and got nothing. */
  readonly missed: ReadonlySignal<readonly Recipient[]>;
  /** Clears `missed` for the person's next action. */
  forgetMissed(): void;
  depart(files: readonly ChosenFile[], to: readonly Recipient[], takesMore: boolean): void;
};

export function createLeaving(
  model: Pick<Model, 'connection' | 'send'>,
  present: ReadonlySignal<readonly Listed[]>,
  putBack: (files: readonly ChosenFile[]) => void,
): Leaving {
  const missed = signal<readonly Recipient[]>([]);
  /** A press means one device: no other takes the place of a device that has left, whatever its name. */
  const departures = createDepartures((departure) => {
    const isHere = ({ id }: Recipient) => present.value.some((device) => device.id === id);
    const to = departure.to.filter(isHere);
    const { value: connection } = model.connection;
    // Another page has the engine now; this page keeps its files for later use.
    if (connection === 'replaced' || connection === 'outdated') return putBack(departure.files);
    batch(() => {
      missed.value = departure.to.filter((recipient) => !isHere(recipient));
      if (to.length === 0) putBack(departure.files);
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
      if (files.length > 0 && to.length > 0) departures.add(files, to, takesMore);
    },
  };
}
