/** Which files have a grid: those that import `grid.ts`. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './system.mjs';

/** Their paths, from the root of the repository. */
export function filesWithGrids() {
  return readdirSync(join(ROOT, 'e2e'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => join('e2e', name))
    .filter((file) => readFileSync(join(ROOT, file), 'utf8').includes("/run/grid.ts';"))
    .sort();
}
