/** What a screen is told about one incoming transfer. */
import { MAX_NOTE_LENGTH } from '../../protocol/limits.ts';
import { cleanLine } from '../../protocol/name.ts';
import { failsForAFile, receivingPhase } from '../../transfer/phase.ts';
import type { Receiving } from '../../transfer/receiving.ts';
import type { Kept, OfferView, TransferView } from '../../transfer/view.ts';
import type { Named } from '../records/catalog.ts';
import type { Shown } from './shown.ts';

/** Its row in the list; `undefined` while it is only on offer. */
export function incomingView(state: Receiving, named: Named, shown: Shown, kept: Kept): TransferView | undefined {
  const phase = receivingPhase(state);
  const { path, failedOn, dates } = shown;
  if (phase === undefined || shown.count === 0) return undefined;
  return {
    ...phase,
    key: named.key,
    direction: 'receiving',
    peer: named.peer,
    peerName: named.peerName,
    title: shown.title,
    contents: shown.contents,
    files: shown.count,
    totalBytes: shown.totalBytes,
    storedBytes: shown.storedBytes,
    verified: state.phase === 'saved',
    kept,
    ...(dates && { dates }),
    ...(path && { path }),
    ...(failedOn !== undefined && failsForAFile(phase) && { failedOn }),
  };
}

/**
 * What a step of the machine may change on a screen, or for others who watch the transfer. While bytes flow most steps
 * are a frame that has arrived, which changes nothing before its block is stored.
 */
export function stepSeen(before: Receiving, next: Receiving): 'nothing' | 'progressed' | 'changed' {
  if (before.phase !== 'receiving' || next.phase !== 'receiving') return 'changed';
  if (before.sender !== next.sender || before.isPaused !== next.isPaused) return 'changed';
  return before.flow.storedBytes === next.flow.storedBytes ? 'nothing' : 'progressed';
}

/** The question to the person here, while there is one. */
export function offerView(
  state: Receiving,
  named: Named,
  totalBytes: number,
  isFleeting: boolean,
): Omit<OfferView, 'isKnown' | 'standsAside'> | undefined {
  if (state.phase !== 'offered') return undefined;
  const { key, peer, peerName } = named;
  const { entries, isSilent, said } = state;
  const note = cleanLine(said.note ?? '', MAX_NOTE_LENGTH);
  return {
    key,
    peer,
    peerName,
    totalBytes,
    entries,
    isSilent,
    ...(said.pictures && { pictures: true as const }),
    ...(note !== '' && { note }),
    ...(isFleeting && { isFleeting }),
  };
}
