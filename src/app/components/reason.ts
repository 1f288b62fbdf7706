/** The sentence under a transfer: what happened and what to do next. */
import type { TransferView } from '../../transfer/view.ts';
import type { Messages } from '../i18n/messages.ts';

export function reason(transfer: TransferView, words: Messages): string | undefined {
  switch (transfer.phase) {
    case 'waiting':
      return words.waitingHelp[transfer.step];
    case 'declined':
      return words.declinedHelp[transfer.direction];
    case 'cancelled':
      return words.cancelledHelp[transfer.by];
    case 'interrupted':
      if (transfer.canReopen) return words.reopenHelp;
      return transfer.needsFiles ? words.needsFilesHelp : words.interruption[transfer.cause][transfer.direction];
    case 'failed':
      return words.failure[transfer.reason][transfer.direction];
    case 'saved':
      return words.savedHelp;
    default:
      return undefined;
  }
}
