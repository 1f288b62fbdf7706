/** The machine under the router, as its operator should know it. Read when somebody asks. */
import { statfsSync } from 'node:fs';
import { freemem, totalmem } from 'node:os';

export type MachineStatus = {
  readonly memory_bytes: number;
  /** What programs could still have, caches of files included. */
  readonly memory_free_bytes: number;
  /** Of the disk that holds the data directory. Absent while there is no such directory. */
  readonly disk_bytes?: number;
  readonly disk_free_bytes?: number;
};

export function lookAtMachine(dataDirectory: string): MachineStatus {
  return { memory_bytes: totalmem(), memory_free_bytes: freemem(), ...diskOf(dataDirectory) };
}

function diskOf(directory: string): { disk_bytes: number; disk_free_bytes: number } | undefined {
  try {
    const { bsize, blocks, bavail } = statfsSync(directory);
    return { disk_bytes: bsize * blocks, disk_free_bytes: bsize * bavail };
  } catch {
    return undefined;
  }
}
