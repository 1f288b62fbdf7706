/** Our package, and all that it needs, for machines without a network. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { archivesFor, debianRoot, withPackages } from '../machine/debian-root.ts';
import { sh } from '../machine/shell.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
/** Where machines and boxes find the archives. */
export const DEBS = '/mnt/debs';
/** `rfkill` is recommended only. */
const MORE = ['rfkill'];

type Packed = {
  readonly debian: Awaited<ReturnType<typeof debianRoot>>;
  /** A folder with an index for apt; see `offlineApt`. */
  readonly debs: string;
};

/**
 * Packs what is in `dist` into `folder`. `fresh`: a Debian without any of the programs that the package needs, so that installing it
 * takes minutes; otherwise one that has them.
 */
export async function packed(folder: string, fresh: boolean, say: (line: string) => void): Promise<Packed> {
  const { archive, needs } = await pack(folder);
  const bare = await debianRoot(say);
  const archives = await archivesFor(needs, bare, say);
  const debian = fresh ? bare : await debianRoot(say, needs);
  return { debian, debs: await withPackages(archives, [archive], join(folder, 'debs')) };
}

/**
 * Debian's coturn ends where it finds no address, and is started again for ever: that costs an emulated machine half of its time. So it
 * has one that leads nowhere, from its start.
 */
export const ADDRESS_FOR_COTURN = 'auto lo\niface lo inet loopback\n  up ip address add 198.51.100.5/32 dev lo\n';

async function pack(folder: string): Promise<{ readonly archive: string; readonly needs: readonly string[] }> {
  const archive = execFileSync(process.execPath, ['src/tasks/package.mjs', '--out', join(folder, 'package')], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...process.env, HIKYAKU_BUILT: 'yes' },
  }).trim();
  const depends = await sh('dpkg-deb', ['-f', archive, 'Depends']);
  const needs = [...depends.split(',').map((one) => one.trim().split(' ')[0] ?? ''), ...MORE].filter(
    (name) => name !== 'systemd',
  );
  return { archive, needs };
}
