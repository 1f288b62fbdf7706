/**
 * The kernel's own database of what each country allows (`/lib/firmware/regulatory.db`, version 20): read by its bytes, so that
 * the channels of a country are known before it is set. The form is that of `struct fwdb_*` in net/wireless/reg.c of Linux.
 */
import type { Allowed } from './hardware.ts';

const MAGIC = 0x52_47_44_42;
const VERSION = 20;
const DFS = 1 << 2;
const NO_IR = 1 << 3;

/** By two letters, 00 for the world among them; empty where the bytes are no such database. */
export function parseRegulatoryDb(bytes: Uint8Array): ReadonlyMap<string, readonly Allowed[]> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    if (view.getUint32(0) !== MAGIC || view.getUint32(4) !== VERSION) return new Map();
    const countries = new Map<string, readonly Allowed[]>();
    for (let at = 8; view.getUint16(at + 2) !== 0; at += 4) {
      const name = String.fromCharCode(view.getUint8(at), view.getUint8(at + 1));
      if (/^(?:[A-Z]{2}|00)$/.test(name)) countries.set(name, rulesAt(view, view.getUint16(at + 2) * 4));
    }
    return countries;
  } catch (error) {
    // A pointer that leads out of the file.
    if (error instanceof RangeError) return new Map();
    throw error;
  }
}

function rulesAt(view: DataView, collection: number): readonly Allowed[] {
  const length = view.getUint8(collection);
  const pointers = collection + length + (length % 2);
  return Array.from({ length: view.getUint8(collection + 1) }, (_, index) => {
    const rule = view.getUint16(pointers + index * 2) * 4;
    const flags = view.getUint8(rule + 1);
    return {
      fromMHz: view.getUint32(rule + 4) / 1000,
      toMHz: view.getUint32(rule + 8) / 1000,
      isListenOnly: (flags & NO_IR) !== 0,
      needsRadarWatch: (flags & DFS) !== 0,
    };
  });
}
