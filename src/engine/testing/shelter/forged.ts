/** Messages that nobody has a reason to send. */
import type { ControlMessage, TransferId } from '../../../protocol/peer.ts';
import type { ForgedWord } from './steps.ts';

export function forged(type: ForgedWord, transfer: TransferId, which: number): ControlMessage {
  const digest = 'f'.repeat(64);
  switch (type) {
    case 'attention':
      return { type, transfer, attention: 'seen' };
    case 'stored':
      return { type, transfer, bytes: 1 + which };
    case 'complete':
      return { type, transfer, digest };
    case 'accept':
      return { type, transfer, files: [[0, 0]], have: { blocks: which % 3, digest } };
    case 'known':
      return { type, transfer, files: [[0, digest]] };
    case 'wanted':
      return { type, transfer, files: [[0, 0]] };
    case 'manifest':
      return { type, transfer, first: 0, entries: [['forged', 1, 0]] };
    case 'picture':
      return { type, transfer, file: which, jpeg: '_9j_4AAQ' };
    default:
      return { type, transfer };
  }
}
