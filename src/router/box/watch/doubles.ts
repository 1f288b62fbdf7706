/** When this box leaves an address that another one has too. Pure. */

/** What one look leaves for the next one. */
export type Doubles = {
  /** The address that another box had at the last look. */
  readonly seen?: string;
  /** When this box moved last, or failed to, in seconds since the machine was started. */
  readonly movedAtS?: number;
};

/** A move ends each transfer between boxes and writes to the disk; whoever plays other boxes can make no more of them than these. */
const MOVES_APART_S = 600;

/**
 * `double`: the address of this box that it should leave as of this look, if any. Left when two looks in a row have seen it: what is
 * said once and taken back moves nobody.
 */
export function leaves(
  { seen, movedAtS }: Doubles,
  double: string | undefined,
  upS: number,
): { readonly leaves: boolean; readonly next: Doubles } {
  const moved = movedAtS === undefined || movedAtS > upS ? {} : { movedAtS };
  if (double === undefined) return { leaves: false, next: moved };
  const isRested = moved.movedAtS === undefined || upS - moved.movedAtS >= MOVES_APART_S;
  if (seen !== double || !isRested) return { leaves: false, next: { ...moved, seen: double } };
  return { leaves: true, next: { movedAtS: upS } };
}
