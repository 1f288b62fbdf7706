/**
 * Digests of the stored blocks of transfers, so that a later visit can check the stored bytes. A transaction of
 * IndexedDB costs as much time as receiving several small files, so what is noted waits for a moment in memory, and
 * consecutive blocks are one record. What is not written when a page is killed is lost, and its blocks are received
 * again: about `MAX_WAITING_BYTES` of them or those of the last `MAX_WAITING_MS`, whichever is less, and what comes in
 * the time of two transactions. While one is under way, the next one waits, and takes all that comes.
 */
import { DIGEST_BYTES } from '../../protocol/frame.ts';
import { BLOCK_BYTES } from '../../protocol/limits.ts';
import { type Change, type Keyval, keyval } from '../../store/keyval.ts';
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
  /**
   * Records, soon, that these are the digests of the first blocks, and forgets all others: blocks that are received
   * again may have other digests, and a record of the old ones would contradict them. Does not wait and does not fail.
   */
  keep(key: TransferKey, digests: readonly Digest[]): void;
  /**
   * Records what waits as soon as the transaction under way ends: nothing more comes for now. Does not wait and does
   * not fail.
   */
  flush(): void;
  delete(key: TransferKey): Promise<void>;
};

/** So many bytes of blocks wait no longer: as little as a sender has under way. */
const MAX_WAITING_BYTES = 4 * 1024 * 1024;
/** Longest that a note waits for others, in milliseconds: on a slow path few bytes are much. */
const MAX_WAITING_MS = 500;

/** A record as it is stored. Records for blocks of another size, and those of earlier versions, count for nothing. */
type Row = { readonly blockBytes: number; readonly digests: Digest };

/** What waits for one transfer, in the order in which it came. `isAnew`: what was recorded before is to be deleted. */
type Waiting = { readonly isAnew: boolean; readonly rows: WaitingRow[] };
type WaitingRow = { readonly first: number; readonly digests: Digest[]; bytes: number };

const allOf = (key: TransferKey) => IDBKeyRange.bound([key, 0], [key, Number.POSITIVE_INFINITY]);

export type Schedule = (task: () => void, ms: number) => () => void;

/** `schedule` runs a task after so many milliseconds; its result cancels that. */
export function ledger(schedule: Schedule, store: Keyval = keyval('ledger')): Ledger {
  const waiting = new Map<TransferKey, Waiting>();
  let cancel: (() => void) | undefined;
  /** The last transaction that is under way or due. */
  let last: Promise<unknown> = Promise.resolve();
  /** A transaction is due, and takes all that waits when the one before it has ended. */
  let isDue = false;
  const flush = () => {
    cancel?.();
    cancel = undefined;
    if (isDue || waiting.size === 0) return;
    isDue = true;
    last = last.then(() => {
      isDue = false;
      const change = changeOf(waiting);
      waiting.clear();
      return store.change(change);
    });
  };
  const flushSoon = () => {
    if (bytesOf(waiting) >= MAX_WAITING_BYTES) flush();
    else cancel ??= schedule(flush, MAX_WAITING_MS);
  };
  return {
    async load(key) {
      flush();
      await last;
      const keys = await store.keys(allOf(key));
      const values = keys.ok ? await store.getMany(keys.value) : keys;
      return keys.ok && values.ok ? inOrder(keys.value, values.value) : [];
    },
    note(key, { first, digests, bytes }) {
      const { isAnew, rows } = waiting.get(key) ?? { isAnew: false, rows: [] };
      const open = rows[rows.length - 1];
      if (open && open.first + open.digests.length === first) {
        open.digests.push(...digests);
        open.bytes += bytes;
      } else rows.push({ first, digests: [...digests], bytes });
      waiting.set(key, { isAnew, rows });
      flushSoon();
    },
    keep(key, digests) {
      const rows = digests.length > 0 ? [{ first: 0, digests: [...digests], bytes: 0 }] : [];
      waiting.set(key, { isAnew: true, rows });
      flushSoon();
    },
    flush,
    async delete(key) {
      waiting.delete(key);
      await last;
      await store.change({ delete: [allOf(key)] });
    },
  };
}

function bytesOf(waiting: ReadonlyMap<TransferKey, Waiting>): number {
  let sum = 0;
  for (const { rows } of waiting.values()) for (const { bytes } of rows) sum += bytes;
  return sum;
}

function changeOf(waiting: ReadonlyMap<TransferKey, Waiting>): Change {
  const all = [...waiting];
  return {
    delete: all.flatMap(([key, { isAnew }]) => (isAnew ? [allOf(key)] : [])),
    put: all.flatMap(([key, { rows }]) =>
      rows.map(({ first, digests }): [IDBValidKey, Row] => [
        [key, first],
        { blockBytes: BLOCK_BYTES, digests: joined(digests) },
      ]),
    ),
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
