/** Tells if this machine can run the lab; tests that need it are skipped otherwise, with the reason. */
import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const PROGRAMS = ['ip', 'nft', 'unshare', 'nsenter', 'tcpdump', 'turnserver', 'chromium'];

export function isInstalled(program: string): boolean {
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/** Why the lab cannot run here; `undefined` when it can. */
export function labSkip(): string | undefined {
  // Debian keeps ip and nft there; root has these folders in its search path only after a login.
  process.env['PATH'] = [process.env['PATH'] ?? '', '/usr/sbin', '/sbin'].join(delimiter);
  if (process.platform !== 'linux') return 'network namespaces need Linux';
  if (process.getuid?.() !== 0) return 'network namespaces and nftables need root';
  const missing = PROGRAMS.filter((program) => !isInstalled(program));
  if (missing.length > 0) return `not installed: ${missing.join(', ')}`;
  return worksHere() ? undefined : 'this machine allows no network namespaces with nftables in them';
}

/** In a container, root may lack the rights, or the kernel its modules. */
function worksHere(): boolean {
  const options = ['--mount', '--pid', '--fork', '--mount-proc', '--net'];
  return spawnSync('unshare', [...options, 'nft', 'list', 'ruleset'], { stdio: 'ignore' }).status === 0;
}
