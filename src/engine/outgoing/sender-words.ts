/** What a sender tells its receiver, as control messages. */
import type { Failure } from '../../protocol/failure.ts';
import type { ControlMessage, ManifestEntry, TransferId } from '../../protocol/peer.ts';
import { manifestPieces, totalBytes } from '../../transfer/manifest.ts';
import { pictured } from '../../transfer/pictures.ts';

/** The offer; its manifest follows, unless it is made `again`: then everything else about it is known, too. */
export function offerWord(
  { note, ...named }: { readonly transfer: TransferId; readonly handle: number; readonly note: string | undefined },
  entries: readonly ManifestEntry[],
  again: boolean,
): ControlMessage {
  const offer = { type: 'offer', ...named, files: entries.length, bytes: totalBytes(entries) } as const;
  if (again) return { ...offer, again };
  return { ...offer, ...(pictured(entries).length > 0 && { pictures: true }), ...(note && { note }) };
}

export function* manifestWords(transfer: TransferId, entries: readonly ManifestEntry[]): Generator<ControlMessage> {
  for (const piece of manifestPieces(entries)) yield { type: 'manifest', transfer, ...piece };
}

export type LastWord = Extract<ControlMessage, { readonly type: 'cancel' | 'fail' }>;

/** `file`: the index of the file that failed, if it was a file. */
export function failWord(transfer: TransferId, reason: Failure, file: number | undefined): LastWord {
  return { type: 'fail', transfer, reason, ...(file !== undefined && { file }) };
}
