/**
 * The names in a zip, from the directory at its end (PKWARE's APPNOTE 6.3.10, section 4.3). Nothing is unpacked, and what
 * is read is bounded: numbers in the file are claims of a stranger, and decide only where to look.
 */
import { readNames, type ZipContents } from './zip-entries.ts';

/** Most of the directory that is read, in bytes: some forty thousand names. */
const MAX_DIRECTORY_BYTES = 4 * 1024 * 1024;

/** Lengths of the record at the end, of the pointer before it in large zips, and of the larger record that it points to. */
const END_BYTES = 22;
const LOCATOR_BYTES = 20;
const END64_BYTES = 56;
const MAX_COMMENT_BYTES = 0xffff;

const END = 0x06054b50;
const LOCATOR = 0x07064b50;
const END64 = 0x06064b50;
const ENTRY = 0x02014b50;
/** In place of a number that the larger record holds. */
const ELSEWHERE = 0xffffffff;

/** `undefined` when the end of the file is not that of a zip. Rejects when the storage does. */
export async function zipContents(zip: Blob): Promise<ZipContents | undefined> {
  const found = await findEnd(zip);
  if (found === undefined) return undefined;
  if (found.size === 0) return { files: [], isPart: false, isLocked: false };
  // What stands before the zip, as in a program that unpacks itself, moves everything: the end is sure, a claim is not.
  for (const start of [found.end - found.size, found.offset]) {
    if (start < 0 || start >= zip.size) continue;
    const directory = await viewOf(zip, start, Math.min(found.size, MAX_DIRECTORY_BYTES));
    if (directory.byteLength >= 4 && directory.getUint32(0, true) === ENTRY)
      return readNames(directory, found.size > MAX_DIRECTORY_BYTES);
  }
  return undefined;
}

/** `end`: where the directory ends; `size`, `offset`: of the directory, as claimed. All in bytes. */
type End = { readonly end: number; readonly size: number; readonly offset: number };

async function findEnd(zip: Blob): Promise<End | undefined> {
  const start = Math.max(0, zip.size - END_BYTES - MAX_COMMENT_BYTES);
  const tail = await viewOf(zip, start, zip.size - start);
  const at = lastEnd(tail);
  if (at === undefined) return undefined;
  const size = tail.getUint32(at + 12, true);
  const offset = tail.getUint32(at + 16, true);
  if (size !== ELSEWHERE && offset !== ELSEWHERE && tail.getUint16(at + 10, true) !== 0xffff)
    return { end: start + at, size, offset };
  return (await findEnd64(zip, start + at)) ?? { end: start + at, size, offset };
}

/** A comment may hold something like an end: the real one's comment reaches to the end of the file. */
function lastEnd(tail: DataView): number | undefined {
  let inexact: number | undefined;
  for (let at = tail.byteLength - END_BYTES; at >= 0; at -= 1) {
    if (tail.getUint32(at, true) !== END) continue;
    if (at + END_BYTES + tail.getUint16(at + 20, true) === tail.byteLength) return at;
    inexact ??= at;
  }
  return inexact;
}

async function findEnd64(zip: Blob, end: number): Promise<End | undefined> {
  const locator = await viewOf(zip, end - LOCATOR_BYTES, LOCATOR_BYTES);
  if (locator.byteLength < LOCATOR_BYTES || locator.getUint32(0, true) !== LOCATOR) return undefined;
  for (const at of [Number(locator.getBigUint64(8, true)), end - LOCATOR_BYTES - END64_BYTES]) {
    const record = await viewOf(zip, at, END64_BYTES);
    if (record.byteLength < END64_BYTES || record.getUint32(0, true) !== END64) continue;
    return { end: at, size: Number(record.getBigUint64(40, true)), offset: Number(record.getBigUint64(48, true)) };
  }
  return undefined;
}

/** So much of the file from `start` on; less where it ends, and nothing before its beginning. */
async function viewOf(zip: Blob, start: number, bytes: number): Promise<DataView> {
  return new DataView(start < 0 ? new ArrayBuffer(0) : await zip.slice(start, start + bytes).arrayBuffer());
}
