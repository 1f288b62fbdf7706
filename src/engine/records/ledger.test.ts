import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { BLOCK_BYTES } from '../../protocol/limits.ts';
import type { Change, Keyval } from '../../store/keyval.ts';
import type { TransferKey } from '../../transfer/view.ts';
import { type Digest, type Ledger, ledger } from './ledger.ts';

const [KEY, OTHER] = ['some transfer', 'other transfer'] as [TransferKey, TransferKey];
const MiB = 1024 * 1024;

beforeEach(() => {
  vi.stubGlobal('IDBKeyRange', { bound: (lower: unknown, upper: unknown) => ({ lower, upper }) });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

/** The part of a keyval store that the ledger uses. Keys are pairs of a transfer and a number. */
function shelf(hold: () => Promise<void> = () => Promise.resolve()) {
  const content = new Map<string, { readonly key: readonly [TransferKey, number]; readonly value: unknown }>();
  const changes: Change[] = [];
  const unused = () => Promise.reject(new Error('not used here'));
  const isIn = (range: unknown, [key]: readonly [TransferKey, number]) =>
    (range as { readonly lower: readonly [TransferKey, number] }).lower[0] === key;
  const all = () => [...content.values()].sort(({ key: [, a] }, { key: [, b] }) => a - b);
  const store: Keyval = {
    get: unused,
    entries: unused,
    set: unused,
    update: unused,
    delete: unused,
    keys: async (range) => ({ ok: true, value: all().flatMap(({ key }) => (isIn(range, key) ? [[...key]] : [])) }),
    getMany: async (keys) => ({ ok: true, value: keys.map((key) => content.get(JSON.stringify(key))?.value) }),
    change: async (change) => {
      changes.push(change);
      await hold();
      for (const range of change.delete ?? [])
        for (const { key } of all()) if (isIn(range, key)) content.delete(JSON.stringify(key));
      for (const [key, value] of change.put ?? [])
        content.set(JSON.stringify(key), {
          key: key as [TransferKey, number],
          value: structuredClone(value),
        });
      return { ok: true, value: undefined };
    },
  };
  const puts = () => changes.flatMap(({ put = [] }) => put.map(([key]) => key));
  return { store, content, changes, puts };
}

/** A ledger whose time passes when told to. */
function made(on = shelf()) {
  const due: { readonly task: () => void; readonly ms: number }[] = [];
  const schedule = (task: () => void, ms: number) => {
    const one = { task, ms };
    due.push(one);
    return () => {
      due.splice(due.indexOf(one), 1);
    };
  };
  const book = ledger(schedule, on.store);
  const pass = () => {
    for (const { task } of due.splice(0)) task();
  };
  return { ...on, book, due, pass };
}

const digest = (seed: number): Digest => new Uint8Array(32).fill(seed);
const numbers = (from: number, count: number) => Array.from({ length: count }, (_, index) => from + index);
const note = (book: Ledger, first: number, count: number, bytes = 1, key = KEY) =>
  book.note(key, { first, digests: numbers(first, count).map(digest), bytes });
const seeds = async (book: Ledger, key = KEY) => (await book.load(key)).map((one) => one[0]);

test('what one page has noted the next one finds', async () => {
  const { book, store } = made();
  note(book, 0, 1);
  note(book, 1, 20);
  note(book, 0, 2, 1, OTHER);
  book.flush();
  await book.load(KEY);
  const next = made({ ...shelf(), store }).book;
  expect(await seeds(next)).toEqual(numbers(0, 21));
  expect(await seeds(next, OTHER)).toEqual([0, 1]);
});

test('many blocks are one record, which is written after a moment', async () => {
  const { book, puts, due, pass } = made();
  for (const first of numbers(0, 50)) note(book, first, 1);
  expect(due).toHaveLength(1);
  expect(puts()).toEqual([]);
  pass();
  await expect.poll(puts).toEqual([[KEY, 0]]);
  note(book, 50, 1);
  expect(due).toHaveLength(1);
});

test('no more than a few MiB of blocks wait', async () => {
  const { book, puts, due } = made();
  for (const first of numbers(0, 4)) note(book, first, 1, MiB);
  await expect.poll(puts).toEqual([[KEY, 0]]);
  for (const first of numbers(4, 4)) note(book, first, 1, MiB);
  await expect.poll(puts).toEqual([
    [KEY, 0],
    [KEY, 4],
  ]);
  expect(due).toEqual([]);
});

test('what comes while one transaction is under way is one more, with a row for each stretch', async () => {
  let end = () => {};
  const { book, puts, changes } = made(
    shelf(
      () =>
        new Promise((resolve) => {
          end = resolve;
        }),
    ),
  );
  note(book, 0, 4, 4 * MiB);
  await expect.poll(puts).toEqual([[KEY, 0]]);
  for (const first of numbers(4, 100)) note(book, first, 1, MiB);
  note(book, 200, 1, MiB);
  note(book, 0, 1, MiB, OTHER);
  expect(changes).toHaveLength(1);
  end();
  await expect.poll(() => changes.length).toBe(2);
  expect(changes[1]?.put?.map(([key]) => key)).toEqual([
    [KEY, 4],
    [KEY, 200],
    [OTHER, 0],
  ]);
  end();
  expect(await seeds(book)).toEqual(numbers(0, 104));
  expect(changes).toHaveLength(2);
});

test('what waits is loaded too', async () => {
  const { book } = made();
  note(book, 0, 3);
  expect(await seeds(book)).toEqual([0, 1, 2]);
});

test('a gap ends what is known', async () => {
  const { book } = made();
  note(book, 0, 2);
  note(book, 3, 2);
  expect(await seeds(book)).toEqual([0, 1]);
  note(book, 2, 1);
  expect(await seeds(book)).toEqual([0, 1, 2, 3, 4]);
});

test('blocks that were received again are noted again', async () => {
  const { book } = made();
  note(book, 0, 5);
  book.flush();
  note(book, 3, 4);
  expect(await seeds(book)).toEqual(numbers(0, 7));
});

test('where two records disagree neither is believed', async () => {
  const { book } = made();
  note(book, 0, 5);
  book.flush();
  book.note(KEY, { first: 3, digests: [digest(3), digest(99), digest(5)], bytes: 1 });
  expect(await seeds(book)).toEqual([0, 1, 2, 3]);
});

test('once it is known what is stored, nothing that was noted before contradicts what comes', async () => {
  const { book, puts } = made();
  note(book, 0, 8);
  await book.load(KEY);
  note(book, 8, 8);
  note(book, 30, 1);
  note(book, 0, 1, 1, OTHER);
  expect(await seeds(book)).toEqual(numbers(0, 16));
  book.keep(KEY, numbers(0, 10).map(digest));
  const renewed = numbers(110, 25);
  book.note(KEY, { first: 10, digests: renewed.map(digest), bytes: 1 });
  expect(await seeds(book)).toEqual([...numbers(0, 10), ...renewed]);
  expect(await seeds(book, OTHER)).toEqual([0]);
  expect(puts().slice(4)).toEqual([[KEY, 0]]);
  book.keep(KEY, []);
  expect(await seeds(book)).toEqual([]);
});

test.each([
  ['of an earlier version', digest(0)],
  ['for blocks of another size', { blockBytes: BLOCK_BYTES / 2, digests: digest(0) }],
  ['that is cut off', { blockBytes: BLOCK_BYTES, digests: new Uint8Array(33) }],
  ['of another kind', { blockBytes: BLOCK_BYTES, digests: 'text' }],
  ['that is empty', null],
])('a record %s counts for nothing', async (_, value) => {
  const { book, content } = made();
  content.set(JSON.stringify([KEY, 0]), { key: [KEY, 0], value });
  content.set(JSON.stringify([KEY, 1]), { key: [KEY, 1], value });
  expect(await seeds(book)).toEqual([]);
  note(book, 0, 1);
  expect(await seeds(book)).toEqual([0]);
});

test('a deleted transfer leaves nothing, and nothing of it comes after', async () => {
  const { book, content, pass } = made();
  note(book, 0, 2);
  book.flush();
  note(book, 2, 2);
  await book.delete(KEY);
  pass();
  expect(await seeds(book)).toEqual([]);
  expect(content.size).toBe(0);
});

test('a deleted transfer leaves room for others to wait', async () => {
  const { book, puts, due } = made();
  note(book, 0, 3, 3 * MiB);
  await book.delete(KEY);
  note(book, 0, 2, 2 * MiB, OTHER);
  expect(due).toHaveLength(1);
  await book.delete(OTHER);
  expect(puts()).toEqual([]);
});

test('a storage that refuses everything leads to an empty ledger', async () => {
  const refused = { ok: false, failure: 'refused', cause: 'a test' } as const;
  const { store } = shelf();
  const { book } = made({
    ...shelf(),
    store: { ...store, change: async () => refused, keys: async () => refused, getMany: async () => refused },
  });
  note(book, 0, 2);
  expect(await seeds(book)).toEqual([]);
});
