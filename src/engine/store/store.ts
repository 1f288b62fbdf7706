/**
 * Port to where received bytes are kept. One transfer is one pack: its accepted files behind each other without gaps,
 * in manifest order. Names of files never touch the storage, so nothing in a name can do harm there.
 */
import type { Failure } from '../../protocol/failure.ts';
import type { TransferKey } from '../../transfer/view.ts';

export type StoreFailure = Extract<Failure, 'storage-full' | 'storage-failed' | 'storage-refused'>;

/** A storage call that did not succeed. What was stored before stays readable. */
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
  /** Stores `bytes` at `position`; resolves when they can be read back. Writes of one pack run in the order of calls. */
  write(position: number, bytes: Uint8Array<ArrayBuffer>): Promise<void>;
  /** Makes everything written durable and closes the pack. */
  seal(): Promise<void>;
  /**
   * Closes the pack without a promise of durability; what is stored stays. Rejects when bytes that `write` had taken
   * could not be stored after all; the pack is closed then, too.
   */
  close(): Promise<void>;
};

export type Store = {
  /** Opens the pack of `key`, new or left from before, for writing up to `bytes`. Full storage is noticed here where it can be. */
  open(key: TransferKey, bytes: number): Promise<Pack>;
  /** The bytes from `start` to `end` (exclusive) without copying them into memory. Rejects when they are not all there. */
  read(key: TransferKey, start: number, end: number): Promise<Blob>;
  /** Frees the pack. Deleting what is not there is no error. */
  delete(key: TransferKey): Promise<void>;
  /** Keys of all packs there are. */
  keys(): Promise<readonly TransferKey[]>;
};

const ZIP = 'zip-';

/** The pack in which a zip of all files of `key` is kept. It belongs to no transfer, so it is freed on the next visit at the latest. */
export function zipKey(key: TransferKey): TransferKey {
  return `${ZIP}${key}` as TransferKey; // a pack like any other to the store
}

/** True if `key` is one that `zipKey` made. */
export function isZipKey(key: TransferKey): boolean {
  return key.startsWith(ZIP);
}
