/** How much slower the machine is than the one that it runs on, measured. */
import type { Machine } from './machine/machine.ts';
import { sh } from './machine/shell.ts';

/** Starts Node and lets it do what browsers and routers do most: compile, hash, parse. */
const WORK = `
  const { createHash } = require('node:crypto');
  let text = '{}';
  for (let i = 0; i < 200; i += 1) {
    text = JSON.stringify({ ...JSON.parse(text), [i]: createHash('sha256').update(text).digest('hex') });
  }`;
/** Other things run on this machine too, at other times than this measurement. */
const ROOM = 2;
/** Whoever waits longer for what stands still learns nothing more. */
const MOST = 12;

/** A factor for limits of time (`../drive/patience.ts`), 1 to 12. */
export async function patienceFor(machine: Machine): Promise<number> {
  const here = await timed(() => sh(process.execPath, ['-e', WORK]));
  const program = `node - <<'WORK'\n${WORK}\nWORK`;
  await machine.output(program); // so that the file of Node is in its memory
  const there = await timed(() => machine.output(program));
  return Math.min(MOST, Math.max(1, Math.ceil((there / here) * ROOM)));
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
