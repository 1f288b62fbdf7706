/** What processes hold and use: read from /proc, from outside, so that nothing they say has to be believed. */
import { readdirSync } from 'node:fs';
import { residentBytes } from '../drive/process-tree.ts';
import { cpuSeconds } from '../drive/usage.ts';

export type Held = { readonly descriptors: number; readonly residentBytes: number };

/** Of the process `pid`; nothing when it is gone. */
export function heldBy(pid: number): Held | undefined {
  try {
    return { descriptors: readdirSync(`/proc/${pid}/fd`).length, residentBytes: residentBytes(pid) };
  } catch {
    return undefined;
  }
}

/** Processor time that was taken while the honest deeds were done, in cores. */
export type Load = { readonly router: number; readonly attackedPage: number };

/** Starts to measure; the result says how much each took since then. */
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
