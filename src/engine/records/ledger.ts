/**
 * Digests of the stored blocks of transfers, so that a later visit can check the stored bytes. A transaction of
 * IndexedDB costs as much time as receiving several small files, so what is noted waits for a moment in memory, and
 * consecutive blocks are one record. What waits when a page is killed is lost, and its blocks are received again: at
 * most about `MAX_WAITING_BYTES` of them, and none that were noted more than `MAX_WAITING_MS` before.
 */
import { DIGEST_BYTES } from '../../protocol/frame.ts';
import { BLOCK_BYTES } from '../../protocol/limits.ts';
import { type Keyval, keyval } from '../../store/keyval.ts';
import { sameDigest } from '../../transfer/digest.ts';
import type { TransferKey } from '../../transfer/view.ts';

export type Digest = Uint8Array<ArrayBuffer>;

/** Blocks in a row that are stored: number of the first, their digests, and how many bytes they are together. */
export type Stored = { readonly first: number; readonly digests: readonly Digest[]; readonly bytes: number };

export type Ledger = {
  /** The digests of the blocks from the first on, up to the first gap in the ledger. */
  load(key: TransferKey): Promise<readonly Digest[]>;
  /** Records these blocks, soon. Does not wait and does not fail: blocks that are missing are received again. */
  note(key: TransferKey, stored: Stored): void;
  /** Records at once what waits: nothing more comes for now. Does not wait and does not fail. */
  flush(): void;
  delete(key: TransferKey): Promise<void>;
};

/** Most bytes of blocks that wait: as little as a sender has under way. */
const MAX_WAITING_BYTES = 4 * 1024 * 1024;
/** Longest that a note waits, in milliseconds: on a slow path few bytes are much. */
const MAX_WAITING_MS = 500;

/** A record as it is stored. Records for blocks of another size, and those of earlier versions, count for nothing. */
type Row = { readonly blockBytes: number; readonly digests: Digest };

const allOf = (key: TransferKey) => IDBKeyRange.bound([key, 0], [key, Number.POSITIVE_INFINITY]);

export type Schedule = (task: () => void, ms: number) => () => void;

/** `schedule` runs a task after so many milliseconds; its result cancels that. */
export function ledger(schedule: Schedule, store: Keyval = keyval('ledger')): Ledger {
  let waiting = new Map<TransferKey, { readonly first: number; readonly digests: Digest[] }>();
  let waitingBytes = 0;
  let cancel: (() => void) | undefined;
  let written: Promise<unknown> = Promise.resolve();
  const flush = () => {
    cancel?.();
    cancel = undefined;
    if (waiting.size === 0) return;
    const put = Array.from(waiting, ([key, { first, digests }]): [IDBValidKey, Row] => [
      [key, first],
      { blockBytes: BLOCK_BYTES, digests: joined(digests) },
    ]);
    waiting = new Map();
    waitingBytes = 0;
    written = written.then(() => store.change({ put }));
  };
  return {
    async load(key) {
      flush();
      await written;
      const keys = await store.keys(allOf(key));
      const values = keys.ok ? await store.getMany(keys.value) : keys;
      return keys.ok && values.ok ? inOrder(keys.value, values.value) : [];
    },
    note(key, { first, digests, bytes }) {
      const before = waiting.get(key);
      if (before && before.first + before.digests.length !== first) flush();
      const open = waiting.get(key);
      if (open) open.digests.push(...digests);
      else waiting.set(key, { first, digests: [...digests] });
      waitingBytes += bytes;
      if (waitingBytes >= MAX_WAITING_BYTES) flush();
      else cancel ??= schedule(flush, MAX_WAITING_MS);
    },
    flush,
    async delete(key) {
      waiting.delete(key);
      await written;
      await store.change({ delete: [allOf(key)] });
    },
  };
}

/**
 * The digests of all records in a row. After blocks were lost, later records repeat the numbers of earlier ones: where
 * the two disagree, nobody knows which is right, and the rest counts for nothing.
 */
function inOrder(keys: readonly IDBValidKey[], values: readonly unknown[]): readonly Digest[] {
  const digests: Digest[] = [];
  for (const [index, value] of values.entries()) {
    const first: unknown = Object(keys[index])[1];
    if (typeof first !== 'number' || first > digests.length) break;
    for (const [step, digest] of digestsIn(value).entries()) {
      const known = digests[first + step];
      if (known && !sameDigest(known, digest)) return digests.slice(0, first + step);
      digests[first + step] = digest;
    }
  }
  return digests;
}

function digestsIn(value: unknown): readonly Digest[] {
  const row: { readonly blockBytes?: unknown; readonly digests?: unknown } = Object(value);
  const { blockBytes, digests } = row;
  if (blockBytes !== BLOCK_BYTES || !(digests instanceof Uint8Array) || digests.length % DIGEST_BYTES > 0) return [];
  const count = digests.length / DIGEST_BYTES;
  return Array.from({ length: count }, (_, index) => digests.slice(index * DIGEST_BYTES, (index + 1) * DIGEST_BYTES));
}

function joined(digests: readonly Digest[]): Digest {
  const whole = new Uint8Array(digests.length * DIGEST_BYTES);
  for (const [index, digest] of digests.entries()) whole.set(digest, index * DIGEST_BYTES);
  return whole;
}
