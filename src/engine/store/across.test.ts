import { afterEach, expect, test, vi } from 'vitest';
import type { TransferKey } from '../../transfer/view.ts';
import { storeAcross } from './across.ts';
import { MemoryStore } from './memory.ts';
import { type Store, StoreError } from './store.ts';
import { CONTRACT } from './testing/contract.ts';

afterEach(() => {
  vi.useRealTimers();
});

const KEY = 'r-contract-key-0123456789abcdef' as TransferKey;

async function keep(store: Store, text: string): Promise<void> {
  const bytes = new TextEncoder().encode(text);
  const pack = await store.open(KEY, bytes.length);
  await pack.write(0, bytes);
  await pack.seal();
}

const found = async (store: Store, length: number) => (await store.read(KEY, 0, length)).text();

for (const { title, run } of CONTRACT)
  test(`with empty rungs around it: ${title}`, () =>
    run(storeAcross(new MemoryStore(), [async () => new MemoryStore()], [async () => undefined])));

for (const { title, run } of CONTRACT)
  test(`what an earlier visit left on another rung: ${title}`, async () => {
    const other = new MemoryStore();
    await keep(other, 'older');
    await run(storeAcross(new MemoryStore(), [], [async () => other]));
  });

test('a pack on another rung is read, continued, listed and freed there', async () => {
  const picked = new MemoryStore();
  const other = new MemoryStore();
  await keep(other, 'water');
  const store = storeAcross(picked, [async () => other], []);

  expect(await store.keys()).toEqual([KEY]);
  expect(await found(store, 5)).toBe('water');
  const pack = await store.open(KEY, 10);
  await pack.write(5, new TextEncoder().encode(' here'));
  await pack.seal();
  expect(await found(store, 10)).toBe('water here');
  expect(await picked.keys()).toEqual([]);

  await store.delete(KEY);
  expect(await other.keys()).toEqual([]);
});

test('when a pack is on two rungs the lower one counts, and deleting frees both', async () => {
  const lower = new MemoryStore();
  const upper = new MemoryStore();
  await keep(lower, 'all of it');
  await keep(upper, 'half');
  for (const store of [storeAcross(upper, [async () => lower], []), storeAcross(lower, [], [async () => upper])])
    expect(await found(store, 9)).toBe('all of it');

  await storeAcross(upper, [async () => lower], []).delete(KEY);
  expect([...(await lower.keys()), ...(await upper.keys())]).toEqual([]);
});

test('a rung that refuses blocks nothing, and is asked again', async () => {
  const other = new MemoryStore();
  await keep(other, 'water');
  let refuses = true;
  const rung = async () => {
    if (refuses) throw new StoreError('storage-failed', 'not today');
    return other;
  };
  const store = storeAcross(new MemoryStore(), [], [rung]);
  await expect(found(store, 5)).rejects.toThrow(StoreError);
  refuses = false;
  expect(await found(store, 5)).toBe('water');
});

test('a pack that is begun while a rung refuses stays where it was begun', async () => {
  const other = new MemoryStore();
  await keep(other, 'half');
  let refuses = true;
  const store = storeAcross(new MemoryStore(), [], [async () => (refuses ? undefined : other)]);
  await keep(store, 'all of it');
  refuses = false;
  await store.keys();
  expect(await found(store, 9)).toBe('all of it');
});

test('a rung that never answers delays only the first call', async () => {
  vi.useFakeTimers();
  const picked = new MemoryStore();
  let answer: (store: Store) => void = () => {};
  const silent = new Promise<Store>((resolve) => {
    answer = resolve;
  });
  const store = storeAcross(picked, [() => silent], []);
  const kept = keep(store, 'water');
  await vi.advanceTimersByTimeAsync(3_000);
  await kept;
  const other = 'r-contract-key-another000000000' as TransferKey;
  await (await store.open(other, 1)).close(); // no time passes
  await store.delete(other);
  expect(await found(store, 5)).toBe('water');
  answer(new MemoryStore());
  await store.keys();
  expect(await store.keys()).toEqual([KEY]);
});
