/**
 * The content of the inbox, computed from the list of transfers: complete ones, those that stopped halfway, and the
 * trash.
 */
import { isElsewhere, isOutOfRoom, isReceived, isStanding, roomOf } from '../../transfer/about-view.ts';
import type { TransferView } from '../../transfer/view.ts';
import type { StorageState } from '../device/storage.ts';
import { saved as savedOf } from '../saving/whereabouts.ts';

export type Inbox = {
  /** Completely received, newest first. */
  readonly saved: readonly TransferView[];
  /** Partly received and standing still; they take room too. */
  readonly unfinished: readonly TransferView[];
  /** Deleted by the person, the newest first; each can be restored. They take room too. */
  readonly deleted: readonly TransferView[];
  /** A transfer stopped because there was no room for it. */
  readonly ranOut: boolean;
};

/**
 * The inbox; `before` itself when nothing in it has changed, so that the progress of other transfers redraws nothing.
 */
export function inboxOf(transfers: readonly TransferView[], before?: Inbox): Inbox {
  const received = transfers.filter(({ kept }) => kept !== undefined);
  const whole = received.filter(isReceived).sort((a, b) => savedAt(b) - savedAt(a));
  const saved = whole.filter(({ kept }) => !kept?.deleted);
  const deleted = whole.filter(({ kept }) => kept?.deleted).sort((a, b) => ageOf(a) - ageOf(b));
  const unfinished = received.filter(isStanding);
  const ranOut = received.some(isOutOfRoom);
  const isSame =
    before &&
    isEqual(saved, before.saved) &&
    isEqual(unfinished, before.unfinished) &&
    isEqual(deleted, before.deleted) &&
    ranOut === before.ranOut;
  return isSame ? before : { saved, unfinished, deleted, ranOut };
}

const ageOf = ({ kept }: TransferView): number => kept?.deleted?.ms ?? 0;
const savedAt = ({ kept }: TransferView): number => kept?.at ?? 0;

function isEqual(some: readonly unknown[], others: readonly unknown[]): boolean {
  return some.length === others.length && some.every((one, index) => one === others[index]);
}

/** Files and bytes of these transfers together, and how many of the files may be nowhere else. */
export type Sum = { readonly files: number; readonly bytes: number; readonly unsaved: number };

export function sumOf(transfers: readonly TransferView[]): Sum {
  const sum = { files: 0, bytes: 0, unsaved: 0 };
  for (const transfer of transfers) {
    sum.files += transfer.files;
    sum.bytes += roomOf(transfer);
    if (isReceived(transfer)) sum.unsaved += transfer.files - savedOf(transfer);
  }
  return sum;
}

/** Transfers that can be deleted here without a loss. */
export function spare({ saved }: Inbox): readonly TransferView[] {
  return saved.filter(isElsewhere);
}

/** Below this, in bytes, the next film of a phone may not fit. */
const LITTLE_ROOM_BYTES = 500_000_000;

/** True when room is short: the browser says so, or a transfer stopped for lack of it. */
export function isShort(storage: StorageState | undefined, { ranOut }: Inbox): boolean {
  return ranOut || (storage !== undefined && storage.allowedBytes < LITTLE_ROOM_BYTES);
}
