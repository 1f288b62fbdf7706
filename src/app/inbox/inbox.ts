/** What lies in the inbox, read from the list of transfers: whole ones, and those that stopped halfway. */
import { isHandedOver } from '../../transfer/keeping.ts';
import { expand } from '../../transfer/ranges.ts';
import type { TransferView } from '../../transfer/view.ts';
import type { StorageState } from '../model.ts';

export type Inbox = {
  /** Received whole, newest first. */
  readonly saved: readonly TransferView[];
  /** Received in part and standing still; they take room too. */
  readonly unfinished: readonly TransferView[];
  /** A transfer stopped because there was no room for it. */
  readonly ranOut: boolean;
};

/**
 * The inbox; `before` itself when nothing in it has changed, so that the progress of other transfers draws nothing
 * anew.
 */
export function inboxOf(transfers: readonly TransferView[], before?: Inbox): Inbox {
  const received = transfers.filter(({ kept }) => kept !== undefined);
  const saved = received.filter(({ phase }) => phase === 'saved').sort((a, b) => savedAt(b) - savedAt(a));
  const unfinished = received.filter(({ phase }) => phase === 'interrupted' || phase === 'paused');
  const ranOut = received.some(isOutOfRoom);
  const isSame =
    before && isEqual(saved, before.saved) && isEqual(unfinished, before.unfinished) && ranOut === before.ranOut;
  return isSame ? before : { saved, unfinished, ranOut };
}

const savedAt = ({ kept }: TransferView): number => kept?.at ?? 0;

function isEqual(some: readonly unknown[], others: readonly unknown[]): boolean {
  return some.length === others.length && some.every((one, index) => one === others[index]);
}

/** Files and bytes of these transfers together, and how many of the files a person has nowhere else. */
export type Sum = { readonly files: number; readonly bytes: number; readonly unsaved: number };

export function sumOf(transfers: readonly TransferView[]): Sum {
  const sum = { files: 0, bytes: 0, unsaved: 0 };
  for (const transfer of transfers) {
    sum.files += transfer.files;
    sum.bytes += transfer.phase === 'saved' ? transfer.totalBytes : transfer.storedBytes;
    if (transfer.phase === 'saved') sum.unsaved += transfer.files - handedOver(transfer);
  }
  return sum;
}

/** How many files of a transfer a person has elsewhere. */
export function handedOver({ kept }: TransferView): number {
  return expand(kept?.handedOver ?? []).length;
}

/** What can be deleted here and is lost nowhere. */
export function spare({ saved }: Inbox): readonly TransferView[] {
  return saved.filter(isHandedOver);
}

/** Below this, in bytes, the next film of a phone may not fit. */
const LITTLE_ROOM_BYTES = 500_000_000;

/** Whether room is short: the browser says so, or a transfer stopped for it. */
export function isShort(storage: StorageState | undefined, { ranOut }: Inbox): boolean {
  return ranOut || (storage !== undefined && storage.allowedBytes < LITTLE_ROOM_BYTES);
}

function isOutOfRoom(transfer: TransferView): boolean {
  if (transfer.phase === 'interrupted') return transfer.cause === 'storage-full';
  return transfer.phase === 'failed' && transfer.reason === 'storage-full';
}
