/** The pieces of a manifest on their way in: a list that grows at its end, at the same cost for each piece. */
import { MANIFEST_PIECE_BYTES, MAX_PATHS_LENGTH } from '../protocol/limits.ts';
import type { ManifestEntry } from '../protocol/peer.ts';
import { pieceCost } from './manifest.ts';

/**
 * So many pieces may be short, in a whole manifest. Ours are not: a piece ends only where the next entry has no room in it,
 * so two in a row hold more than `MANIFEST_PIECE_BYTES`. Each costs a message, whatever is in it: a hundred thousand
 * of one entry each would keep this device busy for long before its person is asked.
 */
const SHORT_PIECES = 16;

/** The last piece, and those before it. Nothing of an earlier one is copied when one comes. */
export type Collected = {
  readonly before: Collected | undefined;
  readonly entries: readonly ManifestEntry[];
  /** Of this piece and all before it: how many they are, entries, what they cost as JSON, code units of their paths. */
  readonly pieces: number;
  readonly count: number;
  readonly cost: number;
  readonly pathLength: number;
};

/** `collected` with one more piece, which says that it begins with entry number `first`; `undefined` where that breaks the protocol. */
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
