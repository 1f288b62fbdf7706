/** The address that this machine's router gets between boxes, from its identity: `setup` plans with it before the router first runs. */
import { existsSync, lchownSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { loadIdentity } from './identity.ts';
import { newSeed, passportOf } from './mesh/passport.ts';
import { BACKHAUL_PREFIX, backhaulAddressOf } from './net/backhaul-address.ts';

/** With its prefix length. `keeps`: a router that never ran gets its identity now; else that of somebody who will never be. */
export function boxAddress(dataDirectory: string, keeps: boolean): string {
  const isThere = existsSync(dataDirectory);
  const { id } = keeps || isThere ? loadIdentity(dataDirectory).passport : passportOf(newSeed());
  if (keeps && isThere) giveToOwner(dataDirectory);
  return `${backhaulAddressOf(id, 0)}/${BACKHAUL_PREFIX}`;
}

/** What root has written in the directory of the router's own user must be that user's. A new directory is made so by systemd. */
function giveToOwner(directory: string): void {
  if (process.getuid?.() !== 0) return;
  const { uid, gid } = statSync(directory);
  if (uid === 0) return;
  for (const name of readdirSync(directory)) {
    const path = join(directory, name);
    if (statSync(path, { throwIfNoEntry: false })?.uid === 0) lchownSync(path, uid, gid);
  }
}
