/**
 * Port to the storage of received bytes. One transfer is one pack: its accepted files in a row without gaps, in
 * manifest order. Names of files never reach the storage, so nothing in a name can do harm there.
 */
import type { Failure } from '../../protocol/failure.ts';
import type { TransferKey } from '../../transfer/view.ts';

export type StoreFailure = Extract<Failure, 'storage-full' | 'storage-failed' | 'storage-refused'>;

/** A storage call that failed. What was stored before stays readable. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  readonly failure: StoreFailure;
  constructor(failure: StoreFailure, cause: unknown) {
    super(failure, { cause });
    this.failure = failure;
  }
}

/** An open pack that is being written. All methods reject with `StoreError`. */
export type Pack = {
  /**
   * Stores `bytes` at `position`; resolves when they can be read back. Writes of one pack run in the order of calls.
   */
  write(position: number, bytes: Uint8Array<ArrayBuffer>): Promise<void>;
  /** Makes everything written durable and closes the pack. */
  seal(): Promise<void>;
  /**
   * Closes the pack without a promise of durability; stored bytes stay. Rejects when bytes that `write` had accepted
   * could not be stored after all; the pack is closed then, too.
   */
  close(): Promise<void>;
};

export type Store = {
  /**
   * Opens the pack of `key`, new or left from before, for writing up to `bytes`. Full storage is noticed here where
   * possible.
   */
  open(key: TransferKey, bytes: number): Promise<Pack>;
  /** The bytes from `start` to `end` (exclusive) without copying them into memory. Rejects when they are not all there. */
  read(key: TransferKey, start: number, end: number): Promise<Blob>;
  /** Frees the pack. Deleting a missing pack is no error. */
  delete(key: TransferKey): Promise<void>;
  /** Keys of all existing packs. */
  keys(): Promise<readonly TransferKey[]>;
};

const ZIP = 'zip-';

/**
 * The pack that holds a zip of all files of `key`. It belongs to no transfer, so the next visit frees it at the latest.
 */
export function zipKey(key: TransferKey): TransferKey {
  return `${ZIP}${key}` as TransferKey; // a pack like any other to the store
}

/** True if `zipKey` made `key`. */
export function isZipKey(key: TransferKey): boolean {
  return key.startsWith(ZIP);
}
