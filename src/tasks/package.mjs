// `npm run package [-- --out DIRECTORY]`: dist/hikyaku_VERSION_all.deb, a package for Debian 12 and whatever is made of it
// (Raspberry Pi OS). Builds first; with HIKYAKU_BUILT=yes it takes what is in dist. The same commit makes the same bytes.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { packDebian } from './debian-package.mjs';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** Something that its person has to put right first. */
class Refusal extends Error {}

/** Seconds since 1970: what is given, else the time of the last commit. */
function epoch() {
  const given = process.env['SOURCE_DATE_EPOCH'];
  if (given !== undefined) {
    if (/^\d{1,10}$/.test(given)) return Number(given);
    throw new Refusal(`SOURCE_DATE_EPOCH "${given}": expected seconds since 1970`);
  }
  try {
    const quiet = { cwd: ROOT, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] };
    return Number(execFileSync('git', ['log', '-1', '--format=%ct'], quiet));
  } catch {
    throw new Refusal('no commit says of which date this is: set SOURCE_DATE_EPOCH, in seconds since 1970');
  }
}

function outOf(args) {
  try {
    const { values } = parseArgs({ args, options: { out: { type: 'string' } } });
    return resolve(values.out ?? join(ROOT, 'dist'));
  } catch {
    throw new Refusal('expected nothing, or --out DIRECTORY');
  }
}

function hasDpkg() {
  try {
    execFileSync('dpkg-deb', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

function main() {
  const out = outOf(process.argv.slice(2));
  if (!hasDpkg()) throw new Refusal('dpkg-deb is missing: pack it on Debian or Ubuntu (elsewhere: install "dpkg")');
  const seconds = epoch();
  if (process.env['HIKYAKU_BUILT'] !== 'yes') {
    const env = { ...process.env, SOURCE_DATE_EPOCH: String(seconds) };
    execFileSync(process.execPath, ['src/tasks/build.mjs'], {
      cwd: ROOT,
      env,
      stdio: ['ignore', 'inherit', 'inherit'],
    });
  }
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  mkdirSync(out, { recursive: true });
  process.stdout.write(`${packDebian(ROOT, { version, seconds, out })}\n`);
}

try {
  main();
} catch (error) {
  process.stderr.write(`package: ${error instanceof Error ? error.message : error}\n`);
  process.exitCode = error instanceof Refusal ? 2 : 1;
}
