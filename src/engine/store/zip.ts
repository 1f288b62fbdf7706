/** Makes one zip of all files of a transfer, for browsers that save one file per tap. Nothing is compressed. */
import { makeZip, predictLength } from 'client-zip';
import { BLOCK_BYTES } from '../../protocol/limits.ts';
import type { ManifestEntry } from '../../protocol/peer.ts';
import { packPositions } from '../../transfer/manifest.ts';
import { safePaths } from '../../transfer/safe-path.ts';
import type { TransferKey } from '../../transfer/view.ts';
import { type Pack, type Store, StoreError, zipKey } from './store.ts';

/** Files up to this size, in bytes, are read many at once: a Blob and a stream for each would cost a millisecond. */
const SMALL_BYTES = BLOCK_BYTES / 4;
/** How many bytes of them are read at once. */
const WINDOW_READ_BYTES = 4 * BLOCK_BYTES;

/** First and last moment in a zip (MS-DOS date and time, APPNOTE 4.4.6), in local time. */
const EARLIEST = new Date(1980, 0, 1);
const LATEST = new Date(2107, 11, 31, 23, 59, 58);

/** Lengths of the records at the end of a zip (APPNOTE 4.3.14 to 4.3.16), in bytes. */
const END_BYTES = 22;
const LOCATOR_BYTES = 20;
const ZIP64_END_BYTES = 56 + LOCATOR_BYTES;
const LOCATOR_SIGNATURE = 0x0706_4b50;

/**
 * Writes all `entries` of the pack of `key`, in order, into a zip beside it, and resolves with the zip. Rejects with
 * `StoreError` (the unfinished zip is then gone) or with the reason of `signal`.
 */
export async function writeZip(
  store: Store,
  key: TransferKey,
  entries: readonly ManifestEntry[],
  signal?: AbortSignal,
): Promise<Blob> {
  const names = safePaths(entries.map(({ path }) => path));
  const size = Number(predictLength(entries.map((entry, index) => ({ name: names[index], size: entry.size }))));
  const target = zipKey(key);
  await store.delete(target);
  const pack = await store.open(target, size + ZIP64_END_BYTES);
  try {
    const written = await drain(makeZip(zipInputs(store, key, entries, names)), pack, signal);
    if (written !== size) throw new StoreError('storage-failed', 'the zip has another size than its parts');
    const counted = await correctCount(store, target, pack, size, entries.length);
    await pack.seal();
    const zip = await store.read(target, 0, counted);
    endIfAborted(signal);
    return zip;
  } catch (error) {
    await pack.close();
    await store.delete(target);
    throw error;
  }
}

async function* zipInputs(store: Store, key: TransferKey, entries: readonly ManifestEntry[], names: readonly string[]) {
  const positions = packPositions(entries);
  const end = (positions.at(-1) ?? 0) + (entries.at(-1)?.size ?? 0);
  let windowStart = 0;
  let window: Uint8Array<ArrayBuffer> = new Uint8Array(0);
  for (const [index, { size, modified }] of entries.entries()) {
    const start = positions[index] ?? 0;
    let input: Blob | Uint8Array<ArrayBuffer>;
    if (size > SMALL_BYTES) {
      input = await store.read(key, start, start + size);
    } else {
      if (start + size > windowStart + window.length) {
        const blob = await store.read(key, start, Math.min(end, start + WINDOW_READ_BYTES));
        windowStart = start;
        window = new Uint8Array(await blob.arrayBuffer());
      }
      input = window.subarray(start - windowStart, start - windowStart + size);
    }
    const lastModified = new Date(Math.min(Math.max(modified, EARLIEST.getTime()), LATEST.getTime()));
    yield { name: names[index], lastModified, size, input };
  }
}

/**
 * client-zip writes the zip64 end records only for large sizes, so with more files than 16 bits can count a reader may
 * stop early. Inserts the records (APPNOTE 4.3.14, 4.3.15) before the end record. Resolves with the size of the zip.
 */
async function correctCount(store: Store, key: TransferKey, pack: Pack, size: number, files: number): Promise<number> {
  if (files < 0xffff) return size;
  const end = size - END_BYTES;
  const tail = new Uint8Array(await (await store.read(key, end - LOCATOR_BYTES, size)).arrayBuffer());
  const known = new DataView(tail.buffer);
  if (known.getUint32(0, true) === LOCATOR_SIGNATURE) return size;
  const bytes = new Uint8Array(ZIP64_END_BYTES + END_BYTES);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, 0x0606_4b50, true);
  view.setBigUint64(4, 44n, true); // bytes of this record after this field
  view.setUint16(12, 45, true); // made by and for version 4.5, the first with zip64
  view.setUint16(14, 45, true);
  view.setBigUint64(24, BigInt(files), true);
  view.setBigUint64(32, BigInt(files), true);
  view.setBigUint64(40, BigInt(known.getUint32(LOCATOR_BYTES + 12, true)), true); // size of the central directory
  view.setBigUint64(48, BigInt(known.getUint32(LOCATOR_BYTES + 16, true)), true); // and where it starts
  const locator = ZIP64_END_BYTES - LOCATOR_BYTES;
  view.setUint32(locator, LOCATOR_SIGNATURE, true);
  view.setBigUint64(locator + 8, BigInt(end), true);
  view.setUint32(locator + 16, 1, true); // number of disks
  bytes.set(tail.subarray(LOCATOR_BYTES), ZIP64_END_BYTES);
  await pack.write(end, bytes);
  return size + ZIP64_END_BYTES;
}

/** Writes a stream block by block: client-zip emits headers of a few bytes, and storages prefer large writes. */
async function drain(stream: ReadableStream<Uint8Array>, pack: Pack, signal?: AbortSignal): Promise<number> {
  const block = new Uint8Array(BLOCK_BYTES);
  let filled = 0;
  let position = 0;
  const flush = async () => {
    endIfAborted(signal);
    await pack.write(position, block.subarray(0, filled));
    position += filled;
    filled = 0;
  };
  const reader = stream.getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      for (let from = 0; from < next.value.length; ) {
        const part = next.value.subarray(from, from + BLOCK_BYTES - filled);
        block.set(part, filled);
        filled += part.length;
        from += part.length;
        if (filled === BLOCK_BYTES) await flush();
      }
    }
  } catch (error) {
    // Stored files that cannot be read back are the storage's fault.
    const cause = error instanceof DOMException && !signal?.aborted ? new StoreError('storage-failed', error) : error;
    await reader.cancel(cause).catch(() => {});
    throw cause;
  }
  await flush();
  return position;
}

function endIfAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw signal.reason ?? new DOMException('cancelled', 'AbortError'); // no reason before Safari 15.4
}
