/**
 * The authority's secret of a mesh, from its key: every router makes the same authority. Its certificate is public on every
 * LAN, and a guess at the mesh key can be tried on it, so a guess costs more here than on a beacon, which only the
 * backhaul hears.
 */
import { scrypt } from 'node:crypto';
import { promisify } from 'node:util';

type Options = { readonly N: number; readonly r: number; readonly p: number; readonly maxmem: number };
const derive = promisify<string, string, number, Options, Buffer>(scrypt);

const SALT = 'hikyaku web authority 1';
const SECRET_BYTES = 32;
/** 33 MB for about half a second here, ten times the work of a beacon's key; off the main thread. */
const SCRYPT: Options = { N: 2 ** 15, r: 8, p: 5, maxmem: 64 * 2 ** 20 };

export function meshSecret(meshKey: string): Promise<Uint8Array> {
  return derive(meshKey.normalize('NFC'), SALT, SECRET_BYTES, SCRYPT);
}
