/** Runs the commands of the test page on the real store, in a dedicated worker like that of the app. */

import { BlockReader } from '../../../src/engine/blocks/block-reader.ts';
import { sha256 } from '../../../src/engine/blocks/hash.ts';
import { type PickedStore, pickStore } from '../../../src/engine/store/pick.ts';
import { isZipKey, type Pack, type Store, zipKey } from '../../../src/engine/store/store.ts';
import { CONTRACT, FULL_CONTRACT } from '../../../src/engine/store/testing/contract.ts';
import { writeZip } from '../../../src/engine/store/zip.ts';
import { toHex } from '../../../src/transfer/digest.ts';
import type { TransferKey } from '../../../src/transfer/view.ts';
import type { Answer, Command, Request, Response } from './commands.ts';

const KEY = 'r-measure-key0-0123456789abcdef' as TransferKey;
const MODIFIED = Date.UTC(2026, 0, 15);
const reader = new BlockReader({ hash: sha256, schedule: () => () => {} });
let picked: PickedStore | undefined;
let held: File | undefined;

async function measure(count: number, bytes: number, atOnce: number) {
  const { store } = await pickedStore();
  const block = new Uint8Array(bytes).fill(7);
  const started = performance.now();
  const pack = await store.open(KEY, count * bytes);
  for (let index = 0; index < count; index += atOnce) {
    const writes = Array.from({ length: Math.min(atOnce, count - index) }, (_, more) =>
      pack.write((index + more) * bytes, block),
    );
    await Promise.all(writes);
  }
  await pack.seal();
  const written = performance.now();
  for (let index = 0; index < count; index++) await store.read(KEY, index * bytes, (index + 1) * bytes);
  const read = performance.now();
  await store.delete(KEY);
  return { writeMs: written - started, readMs: read - written, deleteMs: performance.now() - read };
}

async function readSource(file: File | undefined, offset: number, length: number): Promise<unknown> {
  if (file !== undefined) held = file;
  if (held === undefined) throw new Error('no file was chosen');
  const read = await reader.read(held, { handle: 0, offset, length });
  if (typeof read === 'string') return read;
  const text = new TextDecoder().decode(read.bytes);
  read.release();
  return text;
}

async function zip(files: readonly (readonly [path: string, text: string])[]) {
  const { store } = await pickedStore();
  const contents = files.map(([, text]) => new TextEncoder().encode(text));
  const pack = await store.open(KEY, 0);
  let position = 0;
  for (const bytes of contents) {
    await pack.write(position, bytes);
    position += bytes.length;
  }
  await pack.seal();
  const entries = files.map(([path], index) => ({ path, size: contents[index]?.length ?? 0, modified: MODIFIED }));
  const blob = await writeZip(store, KEY, entries);
  return toHex(new Uint8Array(await blob.arrayBuffer()));
}

async function stopZip(mebibytes: number) {
  const { store } = await pickedStore();
  const block = new Uint8Array(1024 * 1024).fill(7);
  const pack = await store.open(KEY, mebibytes * block.length);
  for (let index = 0; index < mebibytes; index += 1) await pack.write(index * block.length, block.slice());
  await pack.seal();
  const entries = [{ path: 'large', size: mebibytes * block.length, modified: MODIFIED }];
  const stop = new AbortController();
  const stopping: Store = {
    ...borrowed(store),
    async open(key, bytes) {
      const opened = await store.open(key, bytes);
      const write: Pack['write'] = async (position, written) => {
        await opened.write(position, written);
        if (position > 0) stop.abort();
      };
      return { write, seal: () => opened.seal(), close: () => opened.close() };
    },
  };
  const said = await writeZip(stopping, KEY, entries, stop.signal).then(
    () => 'made',
    (error: unknown) => (error instanceof DOMException ? error.name : String(error)),
  );
  const left = (await store.keys()).filter((key) => key === KEY || isZipKey(key));
  const { size } = await writeZip(store, KEY, entries);
  await store.delete(zipKey(KEY));
  await store.delete(KEY);
  return { said, left, isWhole: size > mebibytes * block.length };
}

const borrowed = (store: Store): Store => ({
  open: (key, bytes) => store.open(key, bytes),
  read: (key, start, end) => store.read(key, start, end),
  delete: (key) => store.delete(key),
  keys: () => store.keys(),
});

/** As WebKit in private windows: versions since 2.40 abort the transaction, older ones throw. */
function keepNoBlobs(): void {
  const { put } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.put = function (value: unknown, key?: IDBValidKey) {
    if (value instanceof Blob) throw new DOMException('BlobURLs are not yet supported.', 'DataCloneError');
    return put.call(this, value, key);
  };
}

async function pickedStore(): Promise<PickedStore> {
  picked ??= await pickStore(async () => true);
  return picked;
}

async function run(command: Command, file: File | undefined): Promise<unknown> {
  switch (command.do) {
    case 'pick':
      if (command.without) keepNoBlobs();
      picked = await pickStore(async () => true, command.forced && [command.forced]);
      return picked.rung;
    case 'contract': {
      const wanted = [...CONTRACT, FULL_CONTRACT].find(({ title }) => title === command.title);
      await wanted?.run((await pickedStore()).store);
      return wanted?.title;
    }
    case 'open': {
      const { store } = await pickedStore();
      await (await store.open(KEY, command.bytes)).close();
      return await store.delete(KEY);
    }
    case 'hash':
      return toHex(await sha256(new TextEncoder().encode(command.text)));
    case 'measure':
      return await measure(command.count, command.bytes, command.atOnce);
    case 'read-source':
      return await readSource(file, command.offset, command.length);
    case 'zip':
      return await zip(command.files);
    case 'stop-zip':
      return await stopZip(command.mebibytes);
  }
}

/** The failure with its cause: a `StoreError` alone only says which failure it is. */
function described(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause === undefined ? `${error}` : `${error} (${error.cause})`;
}

self.onmessage = async ({ data }: MessageEvent<Request>) => {
  const answer: Answer = await run(data.command, data.file).then(
    (value) => ({ value }),
    (error: unknown) => ({ error: described(error) }),
  );
  self.postMessage({ id: data.id, answer } satisfies Response);
};
