/** A coturn whose router ended without ending it, found by what that router wrote down. Linux: needs /proc. */
import { readFileSync, readlinkSync, realpathSync } from 'node:fs';
import { basename } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { readIfThere } from './files.ts';
import type { Log } from './log.ts';

const LOOK_AGAIN_MS = 20;

/** Ends the coturn of a router that is gone. Nothing else: it has to run in our directory, as nobody's child of ours. */
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
      return false; // Gone, or somebody else's.
    }
  };
  if (!isOurs()) return;
  log.warn(`coturn: ending process ${pid}, which an earlier router left behind`);
  process.kill(pid, 'SIGKILL');
  while (isOurs()) await sleep(LOOK_AGAIN_MS);
}
