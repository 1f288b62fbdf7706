/** A coturn whose router ended without ending it, found by that router's note. Linux: needs /proc. */
import { readFileSync, readlinkSync, realpathSync } from 'node:fs';
import { basename } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { readIfThere } from './files.ts';
import type { Log } from './log.ts';

const LOOK_AGAIN_MS = 20;

/**
 * Ends the coturn of a router that is gone. Nothing else: it must run in our directory, and not as a child of a living
 * router.
 */
export async function endLeftOver(pidFile: string, directory: string, log: Log): Promise<void> {
  const [router, pid] = readIfThere(pidFile).trim().split(' ').map(Number);
  if (!Number.isInteger(router) || pid === undefined || !Number.isInteger(pid)) return;
  const isOurs = (): boolean => {
    try {
      const [program = ''] = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
      const parent = Number(/^PPid:\s+(\d+)$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
      const here = readlinkSync(`/proc/${pid}/cwd`) === realpathSync(directory);
      return basename(program) === 'turnserver' && here && parent !== router;
    } catch {
      return false; // gone, or somebody else's
    }
  };
  if (!isOurs()) return;
  log.warn(`coturn: ending process ${pid}, which an earlier router left behind`);
  process.kill(pid, 'SIGKILL');
  while (isOurs()) await sleep(LOOK_AGAIN_MS);
}
