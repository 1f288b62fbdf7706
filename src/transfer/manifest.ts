/** The files of a transfer: cutting a manifest into pieces for the wire, and computing sizes and positions. */
import { MANIFEST_PIECE_BYTES } from '../protocol/limits.ts';
import type { KnownFile, ManifestEntry, WireEntry } from '../protocol/peer.ts';

type ManifestPiece = { readonly first: number; readonly entries: readonly WireEntry[] };

/**
 * Most bytes of the numbers, brackets and commas of an entry in JSON. A path takes at most 6 bytes a code unit
 * (`\u0001`).
 */
const ENTRY_OVERHEAD_BYTES = 48;
const MAX_JSON_BYTES_PER_CODE_UNIT = 6;

/** Upper bound for the bytes of an entry in a piece, whatever its path. */
const entryCost = ({ path }: { readonly path: string }): number =>
  path.length * MAX_JSON_BYTES_PER_CODE_UNIT + ENTRY_OVERHEAD_BYTES;

/** The cost that counts against `MANIFEST_PIECE_BYTES`. */
export function pieceCost(entries: readonly { readonly path: string }[]): number {
  return entries.reduce((sum, entry) => sum + entryCost(entry), 0);
}

/** Cuts `entries` into pieces below the smallest message size in use, whatever the paths. */
export function* manifestPieces(entries: readonly ManifestEntry[]): Generator<ManifestPiece> {
  let first = 0;
  let piece: WireEntry[] = [];
  let bytes = 0;
  for (const [index, entry] of entries.entries()) {
    const cost = entryCost(entry);
    if (piece.length > 0 && bytes + cost > MANIFEST_PIECE_BYTES) {
      yield { first, entries: piece };
      [first, piece, bytes] = [index, [], 0];
    }
    piece.push([entry.path, entry.size, entry.modified]);
    bytes += cost;
  }
  if (piece.length > 0) yield { first, entries: piece };
}

/** Known files in one message: 100 B each, far below the smallest message size in use. */
const KNOWN_PIECE = 200;

/** Cuts known files into pieces for the wire. */
export function knownPieces(known: readonly KnownFile[]): readonly (readonly KnownFile[])[] {
  const pieces = Math.ceil(known.length / KNOWN_PIECE);
  return Array.from({ length: pieces }, (_, piece) => known.slice(piece * KNOWN_PIECE, (piece + 1) * KNOWN_PIECE));
}

export function fromWire([path, size, modified]: WireEntry): ManifestEntry {
  return { path, size, modified };
}

/** Bytes of all `entries` together. */
export function totalBytes(entries: readonly { readonly size: number }[]): number {
  return entries.reduce((sum, { size }) => sum + size, 0);
}

/** Where each entry starts in a pack that holds them all in a row, in bytes. */
export function packPositions(entries: readonly { readonly size: number }[]): readonly number[] {
  let position = 0;
  return entries.map(({ size }) => {
    const start = position;
    position += size;
    return start;
  });
}
