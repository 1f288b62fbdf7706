/** This router's authority: kept from an earlier start or newly made; with a mesh key, the one of its mesh. */
import { randomBytes } from 'node:crypto';
import type { Log } from '../machine/log.ts';
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
  const made = authorityOf(seed);
  // A mesh key gives the same authority again, so that nothing is lost with the kept one.
  const isLost = kept === undefined ? meshKey === undefined && keep.wasUsed : !isSame(kept.authority, made);
  if (isLost)
    log.warn(
      `a new authority (${why(kept, hostname)}): phones that trusted the old one must trust this router anew, at /trust`,
    );
  const problem = keep.keepAuthority(seed, meshKey === undefined ? CHANCE : await proofOf(meshKey));
  if (problem !== undefined && meshKey === undefined)
    log.warn(`phones must trust this router anew after every start: ${problem}`);
  return made;
}

const isSame = (one: Authority, other: Authority): boolean => one.fingerprint === other.fingerprint;

function why(kept: KeptAuthority | undefined, hostname: string): string {
  if (kept === undefined) return 'the one that was kept is damaged or gone';
  return kept.authority.hostname === hostname ? 'the mesh key is another one' : 'the name in --hostname is another one';
}

async function isFromKey({ from }: KeptAuthority, meshKey: string | undefined): Promise<boolean> {
  return meshKey === undefined ? from === CHANCE : proves(from, meshKey);
}
