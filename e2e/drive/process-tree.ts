/** Processes of one browser, read from /proc: their tree, their memory, and how to kill them. Linux only. */
import { readdirSync, readFileSync } from 'node:fs';

/** The parent of every process that exists now. */
function parents(): Map<number, number> {
  const found = new Map<number, number>();
  for (const entry of readdirSync('/proc')) {
    const pid = Number(entry);
    if (!Number.isInteger(pid)) continue;
    try {
      // The name in parentheses may hold spaces and parentheses itself; the parent is the second field after it.
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      found.set(pid, Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]));
    } catch {
      // gone between listing and reading
    }
  }
  return found;
}

/** `root` and all its descendants that are alive. */
export function processTree(root: number): number[] {
  const parentOf = parents();
  if (!parentOf.has(root)) return [];
  const tree = [root];
  for (let index = 0; index < tree.length; index++) {
    for (const [pid, parent] of parentOf) if (parent === tree[index]) tree.push(pid);
  }
  return tree;
}

/** The topmost process whose command line holds `text`, such as the path of a profile that one browser alone uses. */
export function findProcess(text: string): number | undefined {
  const parentOf = parents();
  const matching = new Set<number>();
  for (const pid of parentOf.keys()) {
    if (pid === process.pid) continue;
    try {
      if (readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(text)) matching.add(pid);
    } catch {
      // gone between listing and reading
    }
  }
  return [...matching].find((pid) => !matching.has(parentOf.get(pid) ?? 0));
}

/**
 * Memory of the processes in bytes: heaps, stacks and shared buffers. The sum of proportional set sizes: a page that n
 * processes share counts one n-th for each. Pages of files are left out: every other browser on the machine shares code
 * and the like, so this share would seem to grow whenever one of them is closed.
 */
export function memoryBytes(pids: readonly number[]): number {
  let kibibytes = 0;
  for (const pid of pids) {
    try {
      const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
      for (const [, size] of rollup.matchAll(/^(?:Pss_Anon|Pss_Shmem|SwapPss):\s+(\d+) kB$/gm))
        kibibytes += Number(size);
    } catch {
      // gone, or a zombie without memory
    }
  }
  return kibibytes * 1024;
}

/** Name of the program that a process runs; the kernel keeps 15 bytes of it. */
export function commandOf(pid: number): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/comm`, 'utf8').trim();
  } catch {
    return undefined; // gone
  }
}

/** Memory of one process in bytes as `top` shows it (resident set), code and shared pages included; 0 when it is gone. */
export function residentBytes(pid: number): number {
  try {
    return Number(/^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}

/** Ends the processes at once, children last, so that no parent can start new ones or tidy up. */
export function killAll(pids: readonly number[]): void {
  for (const pid of pids) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // gone already
    }
  }
}
