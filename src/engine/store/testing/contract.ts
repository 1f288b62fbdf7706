/**
 * What every store must do, as tests without a framework: run on the double in `memory.test.ts`, and on the real ones
 * in real browsers in `e2e/browser/store.test.ts`. Each case cleans up first, and throws when it fails.
 */
import type { TransferKey } from '../../../transfer/view.ts';
import { type Pack, type Store, StoreError, type StoreFailure } from '../store.ts';

export type ContractCase = { readonly title: string; run(store: Store): Promise<void> };

const MIB = 1024 * 1024;
const KEY = 'r-contract-key-0123456789abcdef' as TransferKey;
const OTHER = 'r-contract-kez-0123456789abcdef' as TransferKey;
/** Unlike a key of a transfer, but a store must not depend on that. */
const NASTY = '../r*con.tract%2f/鍵' as TransferKey;

/** Bytes that depend on their position, so that a mix-up shows. */
function pattern(position: number, length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length);
  for (let index = 0; index < length; index++) {
    const at = position + index;
    bytes[index] = (at ^ (at >>> 8) ^ ((at >>> 16) * 31)) & 0xff;
  }
  return bytes;
}

function check(condition: boolean, what: string): void {
  if (!condition) throw new Error(what);
}

async function holds(
  store: Store,
  key: TransferKey,
  start: number,
  end: number,
  expected = pattern(start, end - start),
) {
  const blob = await store.read(key, start, end);
  check(blob.size === end - start, `read ${blob.size} bytes for ${start} to ${end}`);
  const bytes = new Uint8Array(await blob.arrayBuffer());
  const wrong = bytes.findIndex((byte, index) => byte !== expected[index]);
  check(wrong < 0, `byte ${start + wrong} is wrong`);
}

async function rejects(call: () => Promise<unknown>, failure: StoreFailure, what: string): Promise<void> {
  try {
    await call();
  } catch (error) {
    const is = error instanceof StoreError ? error.failure : String(error);
    check(is === failure, `${what}: rejected with ${is}`);
    return;
  }
  throw new Error(`${what}: did not reject`);
}

async function fresh(store: Store): Promise<void> {
  for (const key of [KEY, OTHER, NASTY]) await store.delete(key);
}

async function filled(store: Store, key: TransferKey, length: number): Promise<Pack> {
  const pack = await store.open(key, length);
  await pack.write(0, pattern(0, length));
  return pack;
}

const cases: readonly ContractCase[] = [
  {
    title: 'gives back what was written, across borders of blocks and from any position',
    async run(store) {
      const pack = await store.open(KEY, 3 * MIB + 100);
      for (let at = 0; at < 3 * MIB; at += MIB) await pack.write(at, pattern(at, MIB));
      await pack.write(3 * MIB, pattern(3 * MIB, 100));
      await pack.seal();
      await holds(store, KEY, 0, 3 * MIB + 100);
      await holds(store, KEY, MIB - 1, MIB + 1);
      await holds(store, KEY, 3 * MIB + 99, 3 * MIB + 100);
      await holds(store, KEY, 5, 5);
    },
  },
  {
    title: 'lets written bytes be read while the pack is still open, and goes on writing after that',
    async run(store) {
      const pack = await filled(store, KEY, 1000);
      await holds(store, KEY, 0, 1000);
      await pack.write(1000, pattern(1000, 1000));
      await holds(store, KEY, 500, 2000);
      await pack.seal();
      await holds(store, KEY, 0, 2000);
    },
  },
  {
    title: 'keeps the order of writes that nobody waited for',
    async run(store) {
      const pack = await store.open(KEY, 100);
      const writes = Array.from({ length: 50 }, (_, index) => pack.write(10, new Uint8Array(50).fill(index)));
      await Promise.all(writes);
      await pack.seal();
      await holds(store, KEY, 10, 60, new Uint8Array(50).fill(49));
    },
  },
  {
    title: 'takes many small writes, one after the other and at once, and gives each back',
    async run(store) {
      const length = 3_001;
      const pack = await store.open(KEY, 400 * length);
      for (let index = 0; index < 100; index++) await pack.write(index * length, pattern(index * length, length));
      const rest = Array.from({ length: 300 }, (_, index) => (100 + index) * length);
      await Promise.all(rest.map((at) => pack.write(at, pattern(at, length))));
      await pack.seal();
      for (let index = 0; index < 400; index += 7) await holds(store, KEY, index * length, (index + 1) * length);
      await holds(store, KEY, 0, 400 * length);
    },
  },
  {
    title: 'takes a write that is larger than a block, and one of nothing',
    async run(store) {
      const pack = await filled(store, KEY, 2 * MIB + 3);
      await pack.write(2 * MIB + 3, new Uint8Array(0));
      await pack.seal();
      await holds(store, KEY, 0, 2 * MIB + 3);
    },
  },
  {
    title: 'writes only the view it is given, and no longer needs it afterwards',
    async run(store) {
      const pack = await store.open(KEY, 30);
      const buffer = pattern(0, 100);
      await pack.write(0, buffer.subarray(20, 50));
      buffer.fill(0);
      await pack.seal();
      await holds(store, KEY, 0, 30, pattern(20, 30));
    },
  },
  {
    title: 'goes on with a pack that was closed: old bytes stay, new ones come behind and over them',
    async run(store) {
      await (await filled(store, KEY, 2 * MIB)).close();
      const again = await store.open(KEY, 3 * MIB);
      await holds(store, KEY, 0, 2 * MIB);
      await again.write(2 * MIB, pattern(2 * MIB, 1000));
      const patch = new Uint8Array(MIB).fill(7);
      await again.write(MIB / 2, patch);
      await again.seal();
      await holds(store, KEY, 0, MIB / 2);
      await holds(store, KEY, MIB / 2, MIB + MIB / 2, patch);
      await holds(store, KEY, MIB + MIB / 2, 2 * MIB + 1000);
      await (await store.open(KEY, 10)).close();
      await holds(store, KEY, 2 * MIB, 2 * MIB + 1000);
    },
  },
  {
    title: 'a pack can hold nothing at all',
    async run(store) {
      await (await store.open(KEY, 0)).seal();
      await holds(store, KEY, 0, 0);
      check((await store.keys()).includes(KEY), 'an empty pack is not listed');
    },
  },
  {
    title: 'rejects reading what is not all there',
    async run(store) {
      await rejects(() => store.read(KEY, 0, 1), 'storage-failed', 'no such pack');
      await (await filled(store, KEY, 10)).close();
      await rejects(() => store.read(KEY, 0, 11), 'storage-failed', 'one byte too many');
      await rejects(() => store.read(OTHER, 0, 10), 'storage-failed', 'another pack');
      await (await store.open(KEY, 5 * MIB)).close();
      await rejects(() => store.read(KEY, 0, 11), 'storage-failed', 'bytes that were only announced');
    },
  },
  {
    title: 'a pack is open once at a time',
    async run(store) {
      const pack = await filled(store, KEY, 10);
      await rejects(() => store.open(KEY, 10), 'storage-failed', 'opened twice');
      await pack.write(10, pattern(10, 10));
      await pack.close();
      await holds(store, KEY, 0, 20);
      await (await store.open(KEY, 10)).close();
    },
  },
  {
    title: 'a closed pack takes no more, and may be closed again',
    async run(store) {
      const pack = await filled(store, KEY, 10);
      await pack.seal();
      await pack.close();
      await rejects(() => pack.write(0, pattern(0, 1)), 'storage-failed', 'write after close');
      const again = await store.open(KEY, 10);
      await pack.close();
      await again.write(10, pattern(10, 1));
      await again.close();
      await holds(store, KEY, 0, 11);
    },
  },
  {
    title: 'closing waits for the writes before it',
    async run(store) {
      const pack = await store.open(KEY, 2 * MIB);
      const write = pack.write(0, pattern(0, 2 * MIB));
      await pack.seal();
      await holds(store, KEY, 0, 2 * MIB);
      await write;
    },
  },
  {
    title: 'deletes packs, also open ones and missing ones, and nothing else',
    async run(store) {
      await (await filled(store, OTHER, 10)).seal();
      const pack = await filled(store, KEY, 10);
      await store.delete(KEY);
      await rejects(() => pack.write(10, pattern(0, 1)), 'storage-failed', 'write into a deleted pack');
      await rejects(() => store.read(KEY, 0, 10), 'storage-failed', 'read of a deleted pack');
      await store.delete(KEY);
      await holds(store, OTHER, 0, 10);
      const again = await store.open(KEY, 10);
      await again.close();
      await rejects(() => store.read(KEY, 0, 1), 'storage-failed', 'bytes of the pack before');
    },
  },
  {
    title: 'lists the keys there are, whatever they hold',
    async run(store) {
      const before = (await store.keys()).length;
      await (await filled(store, KEY, 10)).seal();
      await (await filled(store, NASTY, 10)).seal();
      const open = await filled(store, OTHER, 10);
      const keys = await store.keys();
      check(keys.length === before + 3, `lists ${keys.length - before} for 3`);
      for (const key of [KEY, NASTY, OTHER]) check(keys.includes(key), `does not list ${key}`);
      await holds(store, NASTY, 0, 10);
      await open.close();
      await store.delete(NASTY);
      check(!(await store.keys()).includes(NASTY), 'lists a deleted pack');
    },
  },
];

/** The cases for any store. */
export const CONTRACT: readonly ContractCase[] = cases.map(({ title, run }) => ({
  title,
  async run(store) {
    await fresh(store);
    await run(store);
    await fresh(store);
  },
}));

/** The most that a store with a limit may take in `FULL_CONTRACT`, in bytes. */
export const FULL_BYTES = 64 * MIB;

/** The case for a store with room for less than `FULL_BYTES`. */
export const FULL_CONTRACT: ContractCase = {
  title: 'says when it is full, keeps what it has, and takes more once something is deleted',
  async run(store) {
    await fresh(store);
    await (await filled(store, OTHER, MIB)).seal();
    // A store that knows its room says so here; others say so later.
    const wish = await store.open(KEY, 1000 * FULL_BYTES).catch((error: unknown) => error);
    if (wish instanceof StoreError) check(wish.failure === 'storage-full', `open rejected with ${wish.failure}`);
    await store.delete(KEY);

    await (await fillUp(store)).pack.close();
    await store.delete(KEY);
    const { pack, stored } = await fillUp(store);
    check(stored >= MIB, 'deleting freed nothing');
    await holds(store, KEY, 0, stored);
    await pack.close();
    await holds(store, KEY, 0, stored);
    await holds(store, OTHER, 0, MIB);
    await fresh(store);
  },
};

/** Writes into a pack until no more fits. */
async function fillUp(store: Store): Promise<{ readonly pack: Pack; readonly stored: number }> {
  const pack = await store.open(KEY, MIB);
  let stored = 0;
  const write = async () => {
    for (; stored < FULL_BYTES; stored += MIB) await pack.write(stored, pattern(stored, MIB));
  };
  await rejects(write, 'storage-full', 'writing without end');
  return { pack, stored };
}
