/**
 * `npm run lab|bench|screenshots -- NAME [flags]`: prepares everything, then runs e2e/lab/scenarios/NAME.ts or
 * e2e/bench/NAME.ts. `npm run lab -- radio [NAME]`: e2e/radio.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { filesWithGrids } from './grids.mjs';
import { bin, installDebianPackages, installPackages, ROOT, run, say } from './system.mjs';

const [kind = '', ...rest] = process.argv.slice(2);
const FOLDERS = { lab: 'e2e/lab/scenarios', bench: 'e2e/bench' };
const NOUNS = { lab: 'scenario', bench: 'benchmark' };

/** Every file of the folder counts, except tests. */
function available(folder) {
  if (!existsSync(join(ROOT, folder))) return [];
  return readdirSync(join(ROOT, folder))
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => file.slice(0, -3))
    .sort();
}

function list(names) {
  const noun = NOUNS[kind];
  if (names.length === 0) say(`No ${noun} exists yet.`);
  else say(`npm run ${kind} -- NAME [--json FILE], where NAME is one of: ${names.join(', ')}`);
}

/** Makes ready what all of them need; false when that failed. */
async function prepare() {
  if (!installPackages()) return false;
  await installDebianPackages();
  if (!run(process.execPath, ['src/tasks/build.mjs'])) return false;
  process.env['HIKYAKU_BUILT'] = 'yes'; // the program need not build again
  return true;
}

/** The whole grids of all files that have one, or of those that are named. */
async function grids(files) {
  if (!(await prepare())) return 1;
  const which = files.length > 0 ? files : filesWithGrids();
  return run(bin('vitest'), ['run', '--reporter=verbose', ...which], { HIKYAKU_GRID: 'yes' }) ? 0 : 1;
}

async function main() {
  let program;
  let flags = rest;
  if (kind === 'grid') return grids(rest);
  if (kind === 'screenshots') program = 'e2e/pictures/screenshots.ts';
  else if (kind === 'lab' && rest[0] === 'radio') {
    program = 'e2e/radio/radio.ts';
    const [, name, ...others] = rest;
    flags = name === undefined ? [] : ['--scenario', name, ...others];
    if (name === undefined) return installPackages() && run(bin('tsx'), ['e2e/run/main.ts', program]) ? 0 : 1;
  } else {
    const folder = FOLDERS[kind];
    if (folder === undefined) {
      say('usage: node e2e/run/run.mjs lab|bench|screenshots [NAME] [flags]');
      return 2;
    }
    const names = available(folder);
    const [name, ...others] = rest;
    if (name === undefined) {
      list(names);
      return 0;
    }
    if (!names.includes(name)) {
      say(`There is no ${NOUNS[kind]} "${name}".`);
      list(names);
      return 2;
    }
    program = `${folder}/${name}.ts`;
    flags = others;
  }
  if (!(await prepare())) return 1;
  return run(bin('tsx'), ['e2e/run/main.ts', program, ...flags]) ? 0 : 1;
}

process.exitCode = await main();
