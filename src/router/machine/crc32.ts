/**
 * The checksum of ISO 3309 (CRC-32), as records on disk and STUN have it. Node has it since 20.15; the nodejs of Debian 12, on
 * which a router out of a package runs, is 18 and lacks it.
 */
import * as zlib from 'node:zlib';

/** Of ISO 3309, the lowest power first. */
const REVERSED_POLYNOMIAL = 0xedb88320;

/** For each byte what it adds to a sum, and behind that what it adds with one, two and three more bytes after it. */
const TABLE = new Int32Array(4 * 256);
for (let byte = 0; byte < 256; byte += 1) {
  let rest = byte;
  for (let bit = 0; bit < 8; bit += 1) rest = (rest >>> 1) ^ (rest & 1 ? REVERSED_POLYNOMIAL : 0);
  TABLE[byte] = rest;
}
for (let at = 256; at < TABLE.length; at += 1) {
  const before = TABLE[at - 256] ?? 0;
  TABLE[at] = (before >>> 8) ^ (TABLE[before & 0xff] ?? 0);
}

/** By a table, four bytes at a time, which is an eighth of the speed of Node's own. */
export function crc32ByTable(bytes: Uint8Array): number {
  const whole = bytes.length - (bytes.length % 4);
  let sum = -1;
  let at = 0;
  for (; at < whole; at += 4) {
    sum ^=
      Number(bytes[at]) | (Number(bytes[at + 1]) << 8) | (Number(bytes[at + 2]) << 16) | (Number(bytes[at + 3]) << 24);
    sum =
      Number(TABLE[768 + (sum & 0xff)]) ^
      Number(TABLE[512 + ((sum >>> 8) & 0xff)]) ^
      Number(TABLE[256 + ((sum >>> 16) & 0xff)]) ^
      Number(TABLE[sum >>> 24]);
  }
  for (; at < bytes.length; at += 1) sum = (sum >>> 8) ^ Number(TABLE[(sum ^ Number(bytes[at])) & 0xff]);
  return ~sum >>> 0;
}

/** From 0 to 2^32 - 1. */
export const crc32: (bytes: Uint8Array) => number = 'crc32' in zlib ? zlib.crc32 : crc32ByTable;
