/** The text under a transfer: what happened and what to do next. */
import { isProofFailure } from '../../protocol/failure.ts';
import type { TransferView } from '../../transfer/view.ts';
import type { LateText } from '../i18n/context.ts';
import { fill } from '../i18n/format.ts';
import { shownName } from '../model/shown-name.ts';

/** `name`: of the other person, as they are called here. The rest: what of the language is needed. */
type Said = Pick<LateText, 'words'> & { readonly name: string };

export function reason(transfer: TransferView, said: Said): string | undefined {
  const text = sentence(transfer, said);
  // With several files a person must know which one to check.
  if (text === undefined || transfer.failedOn === undefined || transfer.files === 1) return text;
  return `${fill(said.words.stoppedAt, { name: shownName(transfer.failedOn) })} ${text}`;
}

function sentence(transfer: TransferView, said: Said): string | undefined {
  const { words } = said;
  switch (transfer.phase) {
    case 'waiting':
      return words.waitingHelp[transfer.step];
    case 'declined':
      return words.declinedHelp[transfer.direction];
    case 'cancelled':
      return words.cancelledHelp[transfer.by];
    case 'interrupted':
      // Nothing done here can mend that; files chosen again would wait as well.
      if (isProofFailure(transfer.cause)) return why(transfer, said);
      if (transfer.cause === 'source-unreadable') return why(transfer, said); // there was no reload
      if (transfer.canReopen) return words.reopenHelp;
      return transfer.needsFiles ? words.needsFilesHelp : why(transfer, said);
    case 'failed':
      return fill(said.words.failure[transfer.reason][transfer.direction], {
        name: shownName(said.name),
      });
    case 'saved':
      return transfer.kept?.isFleeting ? words.fleetingHelp : words.savedHelp;
    case 'sending':
    case 'receiving':
    case 'paused':
    case 'sent':
      return undefined;
  }
}

/** When something arrived before a storage or a file failed, a person wants to know that it is not lost. */
function why(transfer: Extract<TransferView, { readonly phase: 'interrupted' }>, said: Said): string {
  const { cause, direction, storedBytes } = transfer;
  const text = fill(said.words.interruption[cause][direction], { name: shownName(said.name) });
  const mayBeLost = cause === 'storage-full' || cause === 'storage-failed' || cause === 'source-unreadable';
  const isKept = direction === 'receiving' && storedBytes > 0 && mayBeLost;
  return isKept ? `${text} ${said.words.arrivedIsKept}` : text;
}
