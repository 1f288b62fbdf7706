/**
 * What browsers use of the machine: processor time and memory of their process trees, and what everything else used
 * meanwhile, read from /proc. Linux only.
 */
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import type { Phone } from './phone.ts';
import { memoryBytes, processTree } from './process-tree.ts';

/** Unit of the times in /proc (USER_HZ), the same on every current Linux. */
const TICKS_PER_SECOND = 100;
/**
 * Time between two readings of the memory of one phone, in milliseconds. The kernel walks all pages for each, which costs
 * 25 ms of processor time: phones are looked at in turn.
 */
const LOOK_MS = 500;

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

/**
 * Bytes that the processes have read from files since their start (`rchar` of proc_pid_io(5)), in the cache or not. Sockets
 * are read by other calls in browsers, and shared memory by none.
 */
function bytesRead(pids: readonly number[]): number {
  let bytes = 0;
  for (const pid of pids) {
    try {
      bytes += Number(/^rchar: (\d+)$/m.exec(readFileSync(`/proc/${pid}/io`, 'utf8'))?.[1] ?? 0);
    } catch {
      // ended in the meantime
    }
  }
  return bytes;
}

/** Processor seconds of the whole machine since its start: busy ones, and those that its host gave to others. */
function machineSeconds(): number {
  const [user = 0, nice = 0, system = 0, , , irq = 0, softirq = 0, steal = 0] = (
    /^cpu +(.*)$/m.exec(readFileSync('/proc/stat', 'utf8'))?.[1] ?? ''
  )
    .split(' ')
    .map(Number);
  return (user + nice + system + irq + softirq + steal) / TICKS_PER_SECOND;
}

/**
 * Share of the machine's processors that others used while `work` ran: everything but those whose processor seconds `own`
 * gives. This program is one of the others, and so are browsers that wait for their turn: whatever is not measured takes
 * time from what is. Kernel threads, interrupts and what a virtual machine was not given are in it: it is never quite 0.
 */
function watchOthers(own: () => number): () => number {
  const others = () => machineSeconds() - own();
  const before = others();
  const start = performance.now();
  return () => {
    const seconds = (performance.now() - start) / 1000;
    return Math.max(0, (others() - before) / seconds / availableParallelism());
  };
}

export type Usage = {
  readonly seconds: number;
  readonly cpuSeconds: number;
  /** Share of the machine that others used meanwhile, from 0 to 1. */
  readonly others: number;
  /** For each phone, as proportional set size. */
  readonly memoryBefore: readonly number[];
  readonly memoryPeak: readonly number[];
  /** What each phone's browser has read from files meanwhile. */
  readonly bytesRead: readonly number[];
};

/** Watches the phones' browsers while `work` runs. `cables`: processes that stand for cables, and are no others. */
export async function watch(
  phones: readonly Phone[],
  work: () => Promise<void>,
  cables: readonly number[] = [],
): Promise<Usage> {
  const roots = phones.map(({ pid }) => pid);
  const memory = () => roots.map((root) => memoryBytes(processTree(root)));
  const cpuOf = (trees: readonly number[]) => trees.reduce((sum, root) => sum + cpuSeconds(processTree(root)), 0);
  const cpu = () => cpuOf(roots);
  const memoryBefore = memory();
  const memoryPeak = [...memoryBefore];
  const look = (root: number, at: number) => {
    memoryPeak[at] = Math.max(memoryPeak[at] ?? 0, memoryBytes(processTree(root)));
  };
  let turn = 0;
  const lookAtNext = () => {
    const root = roots[turn];
    if (root !== undefined) look(root, turn);
    turn = (turn + 1) % roots.length;
  };
  const reads = () => roots.map((root) => bytesRead(processTree(root)));
  const readBefore = reads();
  const before = cpu();
  const others = watchOthers(() => cpuOf([...roots, ...cables]));
  const start = performance.now();
  const timer = setInterval(lookAtNext, LOOK_MS);
  try {
    await work();
  } finally {
    clearInterval(timer);
  }
  const used = { seconds: (performance.now() - start) / 1000, cpuSeconds: cpu() - before, others: others() };
  roots.forEach(look);
  return { ...used, memoryBefore, memoryPeak, bytesRead: reads().map((read, at) => read - (readBefore[at] ?? 0)) };
}
