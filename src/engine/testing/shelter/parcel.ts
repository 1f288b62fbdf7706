/** One transfer, for an observer who sees both sides: what is known of it, and what may excuse its end. */
import type { TransferId } from '../../../protocol/peer.ts';
import type { Side } from './clock.ts';
import type { DiskFile } from './disk.ts';

/**
 * Events that may keep this one transfer from what would happen otherwise. `hindered`: its devices could not reach each
 * other, or one of them did not answer, for a while.
 */
export type Excuse = 'cancelled' | 'declined' | 'changed' | 'storage failed' | 'hindered' | 'misspoken' | 'spoilt';

/** One offer, on one connection. Bytes count from the beginning of the pack. */
export type Run = {
  readonly parcel: Parcel;
  wanted: number[];
  /** What the receiver had already; `undefined` before its answer. */
  base: number | undefined;
  /** What the sender knows as stored. */
  stored: number;
  /** What the receiver reported as stored. */
  told: number;
  /** Sent, or named as the same, since `base`. */
  issued: number;
};

export type Parcel = {
  readonly id: TransferId;
  readonly from: Side;
  readonly files: readonly DiskFile[];
  readonly excuses: Set<Excuse>;
  /** Indices of the files that the receiver's person wants. */
  accepted: readonly number[] | undefined;
  isSaved: boolean;
  /** The two never met, and something prevented it. */
  isExcused: boolean;
  /** The stored blocks: their lengths, by position in the pack. */
  readonly blocks: Map<number, number>;
  /** The bytes that the receiver reported as stored, and has not lost since. */
  told: number;
  readonly runs: Run[];
  chunkBytes: number;
  lostBytes: number;
  /** It was ended at its sender while there was no connection: it has to be said at the next one. */
  isUntold: boolean;
};

export function newParcel(id: TransferId, from: Side, files: readonly DiskFile[], excuses: Iterable<Excuse>): Parcel {
  return {
    id,
    from,
    files,
    excuses: new Set(excuses),
    accepted: undefined,
    isSaved: false,
    isExcused: false,
    blocks: new Map(),
    told: 0,
    runs: [],
    chunkBytes: 0,
    lostBytes: 0,
    isUntold: false,
  };
}

export const isExcusedBy = ({ excuses }: Parcel, ...which: readonly Excuse[]): boolean =>
  which.some((excuse) => excuses.has(excuse));

const sum = (lengths: Iterable<number>): number => [...lengths].reduce((total, length) => total + length, 0);

export const storedBytes = ({ blocks }: Parcel): number => sum(blocks.values());

/** The stored bytes in front of `position`. */
export const storedBefore = ({ blocks }: Parcel, position: number): number =>
  sum([...blocks].filter(([start]) => start < position).map(([, length]) => length));

/** Its receiver has lost what it stored, except the first `bytes`. */
export function lose(parcel: Parcel, bytes: number): void {
  parcel.lostBytes += Math.max(0, parcel.told - bytes);
  parcel.told = Math.min(parcel.told, bytes);
  for (const [start, length] of parcel.blocks) if (start + length > bytes) parcel.blocks.delete(start);
}

/** Its receiver has lost what it stored, except the first `count` blocks. */
export function loseAllBut(parcel: Parcel, count: number): void {
  const kept = [...parcel.blocks].sort(([a], [b]) => a - b).slice(0, Math.max(0, count));
  lose(parcel, sum(kept.map(([, length]) => length)));
}

/** What its interruptions have cost: bytes that were sent and not reported as stored before the next offer. */
export const unheard = ({ runs }: Parcel): number =>
  sum(runs.slice(0, -1).map(({ base = 0, issued, told }) => Math.max(0, base + issued - Math.max(base, told))));
