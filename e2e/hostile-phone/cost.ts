/** What processes hold and use: read from /proc, from outside, so that nothing must be taken on trust. */
import { readdirSync } from 'node:fs';
import { residentBytes } from '../drive/process-tree.ts';
import { cpuSeconds } from '../drive/usage.ts';

export type Held = { readonly descriptors: number; readonly residentBytes: number };

/** Resources of the process `pid`; `undefined` when it is gone. */
export function heldBy(pid: number): Held | undefined {
  try {
    return { descriptors: readdirSync(`/proc/${pid}/fd`).length, residentBytes: residentBytes(pid) };
  } catch {
    return undefined;
  }
}

/** Processor time used during the honest actions, in cores. */
export type Load = { readonly router: number; readonly attackedPage: number };

/** Starts to measure; the result returns what each has used since. */
export function loadMeter(processes: Readonly<Record<keyof Load, readonly number[]>>): () => Load {
  const used = (): Load => ({
    router: cpuSeconds(processes.router),
    attackedPage: cpuSeconds(processes.attackedPage),
  });
  const [before, start] = [used(), performance.now()];
  return () => {
    const [after, seconds] = [used(), (performance.now() - start) / 1_000];
    return {
      router: (after.router - before.router) / seconds,
      attackedPage: (after.attackedPage - before.attackedPage) / seconds,
    };
  };
}
