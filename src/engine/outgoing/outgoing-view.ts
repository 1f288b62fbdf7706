/** What a screen is told about one outgoing transfer. */
import type { Contents, Dates } from '../../transfer/contents.ts';
import { hasEnded } from '../../transfer/has-ended.ts';
import { sendingPhase } from '../../transfer/phase.ts';
import type { Sending } from '../../transfer/sending.ts';
import type { Path, TransferView } from '../../transfer/view.ts';
import type { SentNames } from '../records/catalog.ts';
import type { OutgoingFiles } from './outgoing-files.ts';

/** What a screen shows beyond the machine's state. */
export type Shown = {
  readonly title: string;
  readonly contents: Contents;
  readonly dates: Dates | undefined;
  /** In Unix milliseconds. */
  readonly begunAt: number;
  /** Both are shown after the end too. */
  totalBytes: number;
  storedBytes: number;
  path: Path | undefined;
  /** The person has not yet allowed the browser to read through the handles. */
  canReopen: boolean;
};

export function outgoingView(state: Sending, named: SentNames, files: OutgoingFiles, shown: Shown): TransferView {
  const { title, contents, dates, begunAt, totalBytes, storedBytes, path, canReopen } = shown;
  return {
    ...sendingPhase(state),
    key: named.key,
    direction: 'sending',
    peer: named.peer,
    peerName: named.peerName,
    title,
    contents,
    files: files.entries.length,
    begunAt,
    totalBytes,
    storedBytes,
    verified: state.phase === 'sent',
    ...(dates && { dates }),
    ...(named.batch && { batch: named.batch }),
    ...(path && { path }),
    ...needs(state, files, canReopen),
    ...failedOn(state, files),
  };
}

/**
 * What a step of the machine may change on a screen, or for others who watch the transfer. Blocks that are read and
 * handed to the channel change nothing before the receiver has stored them.
 */
export function stepSeen(before: Sending, next: Sending): 'nothing' | 'progressed' | 'changed' {
  if (before.phase !== 'sending' || next.phase !== 'sending') return 'changed';
  if (before.isSilent !== next.isSilent || before.isPaused !== next.isPaused) return 'changed';
  return before.flow.storedBytes === next.flow.storedBytes ? 'nothing' : 'progressed';
}

function needs(
  state: Sending,
  files: OutgoingFiles,
  canReopen: boolean,
): Pick<TransferView, 'needsFiles' | 'missing' | 'canReopen'> {
  const { lacking, entries } = files;
  if (!lacking || hasEnded(state)) return {};
  const { needs: needsFiles, missing } = lacking;
  return {
    needsFiles,
    ...((missing.count < entries.length || missing.changed.length > 0) && { missing }),
    ...(canReopen && { canReopen: true }),
  };
}

/** The file at which a transfer failed. An interrupted one names its missing files instead. */
function failedOn(state: Sending, files: OutgoingFiles): Pick<TransferView, 'failedOn'> {
  const file = state.phase === 'failed' ? files.failedOn(state.reason) : undefined;
  const path = file === undefined ? undefined : files.entries[file]?.path;
  return path === undefined ? {} : { failedOn: path };
}
