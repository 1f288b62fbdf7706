/**
 * The secret of a mesh's authority, derived from the mesh key. The certificate made from it is public on every LAN, and
 * guesses at the mesh key can be tested against it; so a guess costs more here than with a beacon, which only the backhaul
 * hears.
 */
import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { base64url, only } from '../../protocol/ids.ts';

type Cost = { readonly N: number; readonly r: number; readonly p: number; readonly maxmem: number };
const derive = promisify<string, string | Buffer, number, Cost, Buffer>(scrypt);

const SALT = 'hikyaku web authority 1';
const SECRET_BYTES = 32;
/** 33 MB for about half a second here, ten times the work of a beacon's key; once in a router's life. */
const COST: Cost = { N: 2 ** 15, r: 8, p: 5, maxmem: 64 * 2 ** 20 };
/**
 * As for a beacon's key, because it is paid at every start. A thief of the proof has the authority's key as well, and
 * need not guess.
 */
const PROOF_COST: Cost = { N: 2 ** 14, r: 8, p: 1, maxmem: 64 * 2 ** 20 };
const SALT_BYTES = 16;
const PROOF = only(`mesh key (${base64url(SALT_BYTES)}) (${base64url(SECRET_BYTES)})`);

/** The last one: a first start makes both an authority and a key of the operator from it, and should wait once. */
let made: { readonly from: string; readonly secret: Promise<Uint8Array> } | undefined;

export function meshSecret(meshKey: string): Promise<Uint8Array> {
  const from = meshKey.normalize('NFC');
  if (made?.from !== from) made = { from, secret: derive(from, SALT, SECRET_BYTES, COST) };
  return made.secret;
}

/** A text by which the same mesh key can be recognised later. */
export async function proofOf(meshKey: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  const digest = await derive(meshKey.normalize('NFC'), salt, SECRET_BYTES, PROOF_COST);
  return `mesh key ${salt.toString('base64url')} ${digest.toString('base64url')}`;
}

export async function proves(proof: string, meshKey: string): Promise<boolean> {
  const [, salt, digest] = PROOF.exec(proof) ?? [];
  if (salt === undefined || digest === undefined) return false;
  const again = await derive(meshKey.normalize('NFC'), Buffer.from(salt, 'base64url'), SECRET_BYTES, PROOF_COST);
  return timingSafeEqual(again, Buffer.from(digest, 'base64url'));
}
