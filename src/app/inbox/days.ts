/** Received transfers by the day on which they came. Pure. */
import type { TransferView } from '../../transfer/view.ts';

export type Day = {
  /** Its midnight here, in Unix milliseconds. */
  readonly start: number;
  readonly transfers: readonly TransferView[];
};

/** `transfers`: newest first, and so is the result. */
export function byDay(transfers: readonly TransferView[]): readonly Day[] {
  const days = new Map<number, TransferView[]>();
  for (const transfer of transfers) {
    const start = midnight(transfer.kept?.at ?? 0);
    const day = days.get(start);
    if (day) day.push(transfer);
    else days.set(start, [transfer]);
  }
  return Array.from(days, ([start, own]) => ({ start, transfers: own }));
}

/** What a day is called, seen from `now`, where that is no date. */
export function near({ start }: Pick<Day, 'start'>, now: number): 'today' | 'yesterday' | undefined {
  const today = midnight(now);
  if (start === today) return 'today';
  // Days with a change of the clock are longer or shorter.
  return start === midnight(today - 1) ? 'yesterday' : undefined;
}

function midnight(ms: number): number {
  const date = new Date(ms);
  date.setHours(0, 0, 0, 0);
  return date.getTime();
}
