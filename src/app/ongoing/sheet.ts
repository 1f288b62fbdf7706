/** Which arrival the sheet shows: the oldest that waits, until the person is done with it. Pure. */
import type { TransferKey, TransferView } from '../../transfer/view.ts';

export type Sheet = {
  /** Stays here although it is saved by now: what came of that is told on the sheet. */
  readonly shown: TransferKey | undefined;
  /** The person wants to see to these later: they are among the received files, and no sheet comes up for them again. */
  readonly putOff: ReadonlySet<TransferKey>;
};

export const CLOSED: Sheet = { shown: undefined, putOff: new Set() };

type Arrived = readonly Pick<TransferView, 'key'>[];

/** Those of `arrived` (newest first) that no sheet has shown yet, oldest first. */
export function waiting<T extends Pick<TransferView, 'key'>>(sheet: Sheet, arrived: readonly T[]): readonly T[] {
  return arrived.filter(({ key }) => key !== sheet.shown && !sheet.putOff.has(key)).reverse();
}

/** Shows the one that has waited longest, if none is shown, or the one that the person has asked for. */
export function opened(sheet: Sheet, arrived: Arrived, wanted?: TransferKey): Sheet {
  if (wanted === undefined && sheet.shown !== undefined) return sheet;
  const next = wanted ?? waiting(sheet, arrived)[0]?.key;
  return next === undefined ? sheet : { ...sheet, shown: next };
}

/** `later`: the person has no time for any of them. `done`: the shown one has been dealt with; others may follow. */
export function closed(sheet: Sheet, arrived: Arrived, why: 'later' | 'done'): Sheet {
  const over = why === 'later' ? arrived.map(({ key }) => key) : [];
  const shown = sheet.shown === undefined ? [] : [sheet.shown];
  return { shown: undefined, putOff: new Set([...sheet.putOff, ...over, ...shown]) };
}
