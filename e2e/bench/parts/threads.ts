/**
 * Processor time of browsers by thread, read from /proc: where the work is done, named as the browser names its threads.
 * Linux only.
 */
import { readdirSync, readFileSync } from 'node:fs';
import type { Phone } from '../../drive/phone.ts';
import { processTree } from '../../drive/process-tree.ts';

/** Nanoseconds that each thread has run, by `process kind / thread name`, and by thread id within. */
type Reading = ReadonlyMap<string, { readonly place: string; readonly nanoseconds: number }>;

/** Processor seconds by place, such as `renderer / DedicatedWorker`. */
export type ByThread = ReadonlyMap<string, number>;

/** What kind of process it is, as its command line says. */
function kindOf(pid: number): string {
  try {
    const line = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
    // Chromium: `--type=utility --utility-sub-type=network.mojom.NetworkService`. Firefox: the last word of a child.
    const sub = /--utility-sub-type=(\w+)/.exec(line)?.[1];
    const type = /--type=([\w-]+)/.exec(line)?.[1];
    const firefox = /-contentproc\0.*\0(\w+)\0?$/s.exec(line)?.[1];
    return sub ?? type ?? firefox ?? 'browser';
  } catch {
    return 'gone';
  }
}

/** Numbered threads of one pool count as one: `ThreadPoolForeg`, `Compositor`. */
const poolOf = (name: string): string => name.replace(/[/#]?\d+$/, '').trim();

function read(roots: readonly number[]): Reading {
  const found = new Map<string, { place: string; nanoseconds: number }>();
  for (const pid of roots.flatMap((root) => processTree(root))) {
    const kind = kindOf(pid);
    try {
      for (const tid of readdirSync(`/proc/${pid}/task`)) {
        const name = readFileSync(`/proc/${pid}/task/${tid}/comm`, 'utf8').trim();
        // Documentation/scheduler/sched-stats.rst: time spent on the processor, in nanoseconds.
        const [ran] = readFileSync(`/proc/${pid}/task/${tid}/schedstat`, 'utf8').split(' ');
        found.set(`${pid}/${tid}`, { place: `${kind} / ${poolOf(name)}`, nanoseconds: Number(ran) });
      }
    } catch {
      // ended between listing and reading
    }
  }
  return found;
}

/** Starts a reading of the phones' browsers; the result ends it. Threads that end meanwhile are missing. */
export function watchThreads(phones: readonly Phone[]): () => ByThread {
  const roots = phones.map(({ pid }) => pid);
  const before = read(roots);
  return () => {
    const used = new Map<string, number>();
    for (const [id, { place, nanoseconds }] of read(roots)) {
      const seconds = (nanoseconds - (before.get(id)?.nanoseconds ?? 0)) / 1e9;
      used.set(place, (used.get(place) ?? 0) + seconds);
    }
    return used;
  };
}

/** What was used in so many seconds beyond what idle browsers use in each of them. */
export const beyond = (used: ByThread, idle: ByThread, seconds: number): ByThread =>
  new Map([...used].map(([place, spent]) => [place, spent - (idle.get(place) ?? 0) * seconds]));

/** Of all threads together. */
export const together = (used: ByThread): number => [...used.values()].reduce((sum, seconds) => sum + seconds, 0);
