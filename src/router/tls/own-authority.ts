/** The authority that this router has: kept from an earlier start, or made; of its mesh, where it has a mesh key. */
import { randomBytes } from 'node:crypto';
import type { Log } from '../log.ts';
import { type Authority, authorityOf } from './authority.ts';
import type { Keep, KeptAuthority } from './keep.ts';
import { meshSecret, proofOf, proves } from './mesh-secret.ts';

const CHANCE = 'chance';
const SECRET_BYTES = 32;

export async function ownAuthority(
  hostname: string,
  meshKey: string | undefined,
  keep: Keep,
  log: Log,
): Promise<Authority> {
  const kept = keep.authority();
  if (kept?.authority.hostname === hostname && (await isFromKey(kept, meshKey))) return kept.authority;
  const secret = meshKey === undefined ? randomBytes(SECRET_BYTES) : await meshSecret(meshKey);
  const { makeAuthority } = await import('./make-authority.ts');
  const seed = makeAuthority(secret, hostname);
  const problem = keep.keepAuthority(seed, meshKey === undefined ? CHANCE : await proofOf(meshKey));
  if (problem !== undefined && meshKey === undefined)
    log.warn(`phones must trust this router anew after every start: ${problem}`);
  return authorityOf(seed);
}

async function isFromKey({ from }: KeptAuthority, meshKey: string | undefined): Promise<boolean> {
  return meshKey === undefined ? from === CHANCE : proves(from, meshKey);
}
