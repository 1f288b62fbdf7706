/**
 * Records as they stand in a file, one behind the other: a mark, the length of the text, a checksum of the text and one of what is
 * before it. The mark begins with a byte that UTF-8 never has, so behind a damaged record the next one is found. Pure.
 */
import { crc32 } from '../machine/crc32.ts';

const MARK = Buffer.from([0xff, 0x48, 0x6b, 0x31]);
const HEADER_BYTES = 16;

export type Found = {
  readonly text: string;
  /** Where it begins, and how long it is with its header. */
  readonly offset: number;
  readonly bytes: number;
};
export type Scan = {
  readonly records: readonly Found[];
  /** Stretches in the middle that are no records. */
  readonly damaged: number;
  /** Bytes at the end that are none: what a power cut tore off. */
  readonly torn: number;
};

/** How long the record of that text is. */
export const recordBytes = (text: string): number => HEADER_BYTES + Buffer.byteLength(text);

export function recordOf(text: string): Uint8Array {
  const payload = Buffer.from(text);
  const record = Buffer.alloc(HEADER_BYTES + payload.length);
  MARK.copy(record);
  record.writeUInt32BE(payload.length, 4);
  record.writeUInt32BE(crc32(payload), 8);
  record.writeUInt32BE(crc32(record.subarray(0, 12)), 12);
  payload.copy(record, HEADER_BYTES);
  return record;
}

/** The text of the record that begins at `offset`; `undefined` when there is none that is whole. */
export function textAt(file: Uint8Array, offset = 0): string | undefined {
  const bytes = asBuffer(file);
  if (bytes.length < offset + HEADER_BYTES || bytes.compare(MARK, 0, 4, offset, offset + 4) !== 0) return undefined;
  if (crc32(bytes.subarray(offset, offset + 12)) !== bytes.readUInt32BE(offset + 12)) return undefined;
  const from = offset + HEADER_BYTES;
  const payload = bytes.subarray(from, from + bytes.readUInt32BE(offset + 4));
  if (payload.length < bytes.readUInt32BE(offset + 4)) return undefined;
  return crc32(payload) === bytes.readUInt32BE(offset + 8) ? payload.toString() : undefined;
}

/** All records of a file, whatever lies between them. */
export function scan(file: Uint8Array): Scan {
  const bytes = asBuffer(file);
  const records: Found[] = [];
  let damaged = 0;
  let good = 0;
  let isGood = true;
  for (let at = 0; at !== -1 && at < bytes.length; ) {
    const text = textAt(bytes, at);
    if (text === undefined) {
      isGood = false;
      at = bytes.indexOf(MARK, at + 1);
      continue;
    }
    if (!isGood) damaged += 1;
    isGood = true;
    const length = HEADER_BYTES + bytes.readUInt32BE(at + 4);
    records.push({ text, offset: at, bytes: length });
    at += length;
    good = at;
  }
  return { records, damaged, torn: bytes.length - good };
}

const asBuffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
