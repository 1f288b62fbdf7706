/** The arriving pieces of a manifest: a list that grows at its end, at the same cost for each piece. */
import { MANIFEST_PIECE_BYTES, MAX_PATHS_LENGTH } from '../protocol/limits.ts';
import type { ManifestEntry } from '../protocol/peer.ts';
import { pieceCost } from './manifest.ts';

/**
 * How many pieces of a whole manifest may be short. Ours are not: a piece ends only where the next entry does not fit,
 * so two in a row hold more than `MANIFEST_PIECE_BYTES`. Each piece costs a message, whatever its content: a hundred
 * thousand pieces of one entry would keep this device busy for long before its person is asked.
 */
const SHORT_PIECES = 16;

/** The last piece, and those before it. A new piece copies nothing of earlier ones. */
export type Collected = {
  readonly before: Collected | undefined;
  readonly entries: readonly ManifestEntry[];
  /** Totals up to this piece: pieces, entries, their cost as JSON, code units of their paths. */
  readonly pieces: number;
  readonly count: number;
  readonly cost: number;
  readonly pathLength: number;
};

/**
 * `collected` with one more piece, which claims to begin with entry number `first`; `undefined` when that breaks the
 * protocol.
 */
export function collect(
  collected: Collected | undefined,
  first: number,
  entries: readonly ManifestEntry[],
): Collected | undefined {
  const { pieces, count, cost, pathLength } = collected ?? { pieces: 0, count: 0, cost: 0, pathLength: 0 };
  if (entries.length === 0 || first !== count) return undefined;
  const next = {
    before: collected,
    entries,
    pieces: pieces + 1,
    count: count + entries.length,
    cost: cost + pieceCost(entries),
    pathLength: entries.reduce((sum, { path }) => sum + path.length, pathLength),
  };
  if (next.pieces > SHORT_PIECES + (2 * next.cost) / MANIFEST_PIECE_BYTES) return undefined;
  return next.pathLength > MAX_PATHS_LENGTH ? undefined : next;
}

/** All entries in order. */
export function entriesOf(collected: Collected | undefined): readonly ManifestEntry[] {
  const pieces: (readonly ManifestEntry[])[] = [];
  for (let piece = collected; piece; piece = piece.before) pieces.push(piece.entries);
  return pieces.reverse().flat();
}
