import { describe, expect, test } from 'vitest';
import { Journal } from '../store/journal.ts';
import { Life } from '../store/life.ts';
import { MemoryKeyval, Timers } from '../testing/memory-keyval.ts';
import { BlobStore, MOST_BYTES } from './blob-store.ts';

async function storing(store = new MemoryKeyval()) {
  const clock = { now: 1_764_150_000_000, elapsed: 0 };
  const life = new Life(undefined, { now: () => clock.now, elapsed: () => clock.elapsed });
  const journal = new Journal({ store, schedule: new Timers().schedule, refused: () => {} });
  const keys = BlobStore.indexKeys([...store.kept.keys()]);
  const index = keys.map((key) => [key, store.kept.get(key)] as const);
  const blobs = new BlobStore({ store, journal, life, areMessagesFleeting: false, changed: () => {} }, index);
  return { store, blobs };
}

describe('the file of a message to the owner of this device', () => {
  test('stays while others are opened, and however large it is; at the next visit too', async () => {
    const { store, blobs } = await storing();
    expect(await blobs.keepMine('mine', new Uint8Array(MOST_BYTES + 1))).toBe(true);
    for (const name of ['one', 'two', 'three']) await blobs.keep(name, new Uint8Array(MOST_BYTES / 2));
    expect(['mine', 'one', 'two', 'three'].map((name) => blobs.has(name))).toEqual([true, false, true, true]);
    const { blobs: again } = await storing(store.after());
    await again.keep('four', new Uint8Array(MOST_BYTES));
    await again.throwAway();
    expect((await again.read('mine'))?.length).toBe(MOST_BYTES + 1);
    expect([again.count, again.bytes]).toEqual([0, 0]);
  });

  test('that was opened, or is carried for somebody else, before it is known whose it is, stays as well', async () => {
    const { blobs } = await storing();
    const bytes = new Uint8Array([1]);
    await blobs.keep('opened', bytes);
    await blobs.keepTheirs('carried', bytes);
    for (const name of ['opened', 'carried']) expect(await blobs.keepMine(name, bytes)).toBe(true);
    await blobs.deleteTheirs(() => true);
    await blobs.throwAway();
    expect([blobs.has('opened'), blobs.has('carried')]).toEqual([true, true]);
  });

  test('is not said to be written where the browser refuses, and is in memory if it is small', async () => {
    const { store, blobs } = await storing();
    store.refuses = 'full';
    expect(await blobs.keepMine('small', new Uint8Array([1]))).toBe(false);
    expect(await blobs.keepMine('large', new Uint8Array(MOST_BYTES + 1))).toBe(false);
    expect([blobs.has('small'), blobs.has('large')]).toEqual([true, false]);
    store.refuses = undefined;
    expect(await blobs.keepMine('small', new Uint8Array([1]))).toBe(true);
    expect((await blobs.read('small'))?.length).toBe(1);
  });
});
