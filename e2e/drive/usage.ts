/** What browsers use of the machine: processor time and memory of their process trees, read from /proc. Linux only. */
import { readFileSync } from 'node:fs';
import type { Phone } from './phone.ts';
import { memoryBytes, processTree } from './process-tree.ts';

/** Unit of the times in /proc (USER_HZ), the same on every current Linux. */
const TICKS_PER_SECOND = 100;
/**
 * Time between two readings of the memory, in milliseconds. The kernel walks all pages for each, which costs processor
 * time.
 */
const LOOK_MS = 1_000;

/** Processor seconds of the processes since their start, including children that have ended. */
export function cpuSeconds(pids: readonly number[]): number {
  let ticks = 0;
  for (const pid of pids) {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      // Fields 14 to 17: utime, stime, cutime, cstime. The name before may hold spaces; field 3 follows its parenthesis.
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      for (const field of fields.slice(11, 15)) ticks += Number(field);
    } catch {
      // Ended in the meantime; its parent has its time now.
    }
  }
  return ticks / TICKS_PER_SECOND;
}

export type Usage = {
  readonly seconds: number;
  readonly cpuSeconds: number;
  /** For each phone, as proportional set size. */
  readonly memoryBefore: readonly number[];
  readonly memoryPeak: readonly number[];
};

/** Watches the phones' browsers while `work` runs. */
export async function watch(phones: readonly Phone[], work: () => Promise<void>): Promise<Usage> {
  const roots = phones.map(({ pid }) => pid);
  const memory = () => roots.map((root) => memoryBytes(processTree(root)));
  const cpu = () => roots.reduce((sum, root) => sum + cpuSeconds(processTree(root)), 0);
  const memoryBefore = memory();
  let memoryPeak = memoryBefore;
  const look = () => {
    const now = memory();
    memoryPeak = memoryPeak.map((peak, at) => Math.max(peak, now[at] ?? 0));
  };
  const before = cpu();
  const start = performance.now();
  const timer = setInterval(look, LOOK_MS);
  try {
    await work();
  } finally {
    clearInterval(timer);
  }
  const used = { seconds: (performance.now() - start) / 1000, cpuSeconds: cpu() - before };
  look();
  return { ...used, memoryBefore, memoryPeak };
}
