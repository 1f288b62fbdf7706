/**
 * Digests of the stored blocks of transfers, written block by block, so that a later visit can check the stored bytes.
 */
import { DIGEST_BYTES } from '../../protocol/frame.ts';
import { type Keyval, keyval } from '../../store/keyval.ts';
import type { TransferKey } from '../../transfer/view.ts';

export type Digest = Uint8Array<ArrayBuffer>;

export type Ledger = {
  /** The digests of the blocks from the first on, up to the first gap in the ledger. */
  load(key: TransferKey): Promise<readonly Digest[]>;
  /**
   * Records that block number `block` has `digest`. Does not wait and does not fail: blocks that are missing after a
   * crash are received again.
   */
  note(key: TransferKey, block: number, digest: Digest): void;
  delete(key: TransferKey): Promise<void>;
};

type Note = readonly [key: readonly [TransferKey, number], digest: Digest];

const allOf = (key: TransferKey) => IDBKeyRange.bound([key, 0], [key, Number.POSITIVE_INFINITY]);

/** One write is under way at a time; notes that come meanwhile go into the next one. */
export function ledger(store: Keyval = keyval('ledger')): Ledger {
  let waiting: Note[] = [];
  let writing: Promise<unknown> | undefined;
  const write = async () => {
    while (waiting.length > 0) {
      const put = waiting.map(([key, digest]): [IDBValidKey, Digest] => [[...key], digest]);
      waiting = [];
      await store.change({ put });
    }
    writing = undefined;
  };
  return {
    async load(key) {
      await writing;
      const keys = await store.keys(allOf(key));
      const values = keys.ok ? await store.getMany(keys.value) : keys;
      if (!keys.ok || !values.ok) return [];
      const digests: Digest[] = [];
      for (const [index, value] of values.value.entries()) {
        const block: unknown = Object(keys.value[index])[1];
        if (block !== index || !(value instanceof Uint8Array) || value.length !== DIGEST_BYTES) break;
        digests.push(new Uint8Array(value));
      }
      return digests;
    },
    note(key, block, digest) {
      waiting.push([[key, block], digest]);
      writing ??= write();
    },
    async delete(key) {
      waiting = waiting.filter(([[other]]) => other !== key);
      await writing;
      await store.change({ delete: [allOf(key)] });
    },
  };
}
