import { randomBytes } from 'node:crypto';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import type { ManifestEntry } from '../../protocol/peer.ts';
import type { TransferKey } from '../../transfer/view.ts';
import { MemoryStore } from './memory.ts';
import { type Pack, type Store, StoreError, zipKey } from './store.ts';
import { writeZip } from './zip.ts';

const KEY = 'r-abcdefghijkl-0123456789abcdef' as TransferKey;
const MODIFIED = Date.UTC(2026, 0, 15, 3, 4, 6);

async function transfer(files: readonly (readonly [path: string, bytes: Uint8Array, modified?: number])[]) {
  const store = new MemoryStore();
  const entries: ManifestEntry[] = files.map(([path, bytes, modified = MODIFIED]) => ({
    path,
    size: bytes.length,
    modified,
  }));
  const whole = Uint8Array.from(Buffer.concat(files.map(([, bytes]) => bytes)));
  const pack = await store.open(KEY, whole.length);
  await pack.write(0, whole);
  await pack.seal();
  return { store, entries };
}

test('holds every file under a safe and unique name, byte for byte', async () => {
  const files = [
    ['a.jpg', Uint8Array.from(randomBytes(3_000_000))],
    ['a.jpg', Uint8Array.from(randomBytes(5))],
    ['../避難所/🎌.txt', Uint8Array.from(randomBytes(100))],
    ['empty', new Uint8Array(0)],
  ] as const;
  const { store, entries } = await transfer(files);
  const zip = await writeZip(store, KEY, entries);
  const content = unzipSync(new Uint8Array(await zip.arrayBuffer()));
  expect(Object.keys(content)).toEqual(['a.jpg', 'a (2).jpg', '避難所/🎌.txt', 'empty']);
  for (const [index, bytes] of Object.values(content).entries())
    expect(Buffer.compare(bytes, files[index]?.[1] ?? new Uint8Array(1))).toBe(0);
});

test('in memory a zip takes no room from received files, and is not refused for lack of it', async () => {
  const { store, entries } = await transfer([['a.jpg', Uint8Array.from(randomBytes(3_000))]]);
  store.capacityBytes = 4_000;
  const zip = await writeZip(store, KEY, entries);
  expect(zip.size).toBeGreaterThan(3_000);
  const other = 'r-abcdefghijkl-another000000000' as TransferKey;
  await (await store.open(other, 1_000)).close();
  await expect(store.open(other, 1_001)).rejects.toThrow(StoreError);
});

test('small files between large ones keep their bytes, whatever is read together', async () => {
  const files = Array.from({ length: 60 }, (_, index) => {
    const size = index % 7 === 3 ? 300_000 + index : (index * 7919) % 250_000;
    return [`${index}`, Uint8Array.from(randomBytes(size))] as const;
  });
  const { store, entries } = await transfer(files);
  const zip = await writeZip(store, KEY, entries);
  const content = unzipSync(new Uint8Array(await zip.arrayBuffer()));
  for (const [path, bytes] of files) expect(Buffer.compare(content[path] ?? new Uint8Array(1), bytes)).toBe(0);
});

test('keeps dates, and moves those outside the range of a zip to its ends', async () => {
  const none = new Uint8Array(0);
  const { store, entries } = await transfer([
    ['now', none],
    ['before', none, -8_640_000_000_000_000],
    ['after', none, 8_640_000_000_000_000],
  ]);
  const zip = new DataView(await (await writeZip(store, KEY, entries)).arrayBuffer());
  const dates: string[] = [];
  for (let at = 0; at + 4 <= zip.byteLength; at++) {
    if (zip.getUint32(at, true) !== 0x0201_4b50) continue; // central directory, APPNOTE 4.3.12
    const [time, date] = [zip.getUint16(at + 12, true), zip.getUint16(at + 14, true)];
    const clock = [time >> 11, (time >> 5) & 63, (time & 31) * 2];
    const local = new Date(
      1980 + (date >> 9),
      ((date >> 5) & 15) - 1,
      date & 31,
      ...(clock as [number, number, number]),
    );
    dates.push(local.getFullYear() === 2026 ? String(local.getTime()) : String(local.getFullYear()));
  }
  expect(dates).toEqual([String(MODIFIED), '1980', '2107']);
});

test('more files than a zip without zip64 can hold', { timeout: 30_000 }, async () => {
  const entries = Array.from({ length: 65_540 }, (_, index) => ({
    path: index.toString(36),
    size: 0,
    modified: MODIFIED,
  }));
  const { store } = await transfer([]);
  const zip = await writeZip(store, KEY, entries);
  expect(Object.keys(unzipSync(new Uint8Array(await zip.arrayBuffer()))).length).toBe(65_540);
});

/** `store`, but full. */
function full(store: Store): Store {
  const write = () => Promise.reject(new StoreError('storage-full', 'the disk is full'));
  return {
    open: async (key, bytes) => ({ ...(await store.open(key, bytes)), write }),
    read: (key, start, end) => store.read(key, start, end),
    delete: (key) => store.delete(key),
    keys: () => store.keys(),
  };
}

test('a full storage, a cancel, and missing bytes leave no zip behind', async () => {
  const { store, entries } = await transfer([['a', new Uint8Array(1000)]]);
  await expect(writeZip(full(store), KEY, entries)).rejects.toMatchObject({ failure: 'storage-full' });
  await expect(writeZip(store, KEY, entries, AbortSignal.abort('enough'))).rejects.toBe('enough');
  const longer = entries.map((entry) => ({ ...entry, size: 1001 }));
  await expect(writeZip(store, KEY, longer)).rejects.toMatchObject({ failure: 'storage-failed' });
  expect(await store.keys()).toEqual([KEY]);
  await writeZip(store, KEY, entries);
  expect(await store.keys()).toEqual([KEY, zipKey(KEY)]);
});

/** `store`, but `enough` is called while the bytes of a zip are made durable, its last step. */
function stoppedWhileSealing(store: Store, enough: () => void): Store {
  const sealing = (pack: Pack): Pack => ({
    ...pack,
    async seal() {
      await pack.seal();
      enough();
    },
  });
  return {
    open: async (key, bytes) => sealing(await store.open(key, bytes)),
    read: (key, start, end) => store.read(key, start, end),
    delete: (key) => store.delete(key),
    keys: () => store.keys(),
  };
}

test('a cancel during the last step leaves no zip behind either', async () => {
  const { store, entries } = await transfer([['a', new Uint8Array(1000)]]);
  const stop = new AbortController();
  const slow = stoppedWhileSealing(store, () => stop.abort('enough'));
  await expect(writeZip(slow, KEY, entries, stop.signal)).rejects.toBe('enough');
  expect(await store.keys()).toEqual([KEY]);
});
