/** The state of the machine under the router, for its operator. Read on request. */
import { statfsSync } from 'node:fs';
import { freemem, totalmem } from 'node:os';

export type MachineStatus = {
  readonly memory_bytes: number;
  /** Memory that programs could still get, file caches included. */
  readonly memory_free_bytes: number;
  /** Of the disk with the data directory. Absent while there is no such directory. */
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
