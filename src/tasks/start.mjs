// `npm start -- FLAGS`: installs and builds what is missing or stale, then becomes the router. Needs only Node to
// begin. All messages go to stderr: stdout belongs to the router.
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { lacksNode } from './node-version.mjs';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const SOURCES = ['src', 'public', 'index.html', 'vite.config.ts', 'package.json', 'package-lock.json'];
const PRODUCTS = ['dist/router.mjs', 'dist/app/index.html'];

function changedAt(path) {
  return existsSync(path) ? statSync(path).mtimeMs : Number.NEGATIVE_INFINITY;
}

/** When the most recently changed file at or below `path` changed. */
function youngest(path) {
  if (!existsSync(path)) return Number.NEGATIVE_INFINITY;
  const here = statSync(path);
  // A folder counts as well: its time changes when a file in it is removed.
  if (!here.isDirectory()) return here.mtimeMs;
  return Math.max(here.mtimeMs, ...readdirSync(path).map((name) => youngest(join(path, name))));
}

/** Runs a step to its end; true when it went well. A signal that comes meanwhile is passed on and ends both. */
function step(words, command, args) {
  process.stderr.write(`${words}\n`);
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: ROOT, stdio: ['inherit', process.stderr, 'inherit'] });
    const pass = (signal) => child.kill(signal);
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
    for (const signal of signals) process.on(signal, pass);
    child.on('error', (error) => fail(`${command} cannot be started (${error.message})`));
    child.on('exit', (code, signal) => {
      for (const name of signals) process.off(name, pass);
      if (signal !== null) process.kill(process.pid, signal);
      else resolve(code === 0);
    });
  });
}

function fail(words) {
  process.stderr.write(`hikyaku: ${words}\n`);
  process.exit(1);
}

const { engines } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
const lack = lacksNode(engines.node, process.versions.node);
if (lack !== undefined) fail(lack);

// npm writes its own copy of the lock last, so that file's age is the age of the whole installation.
const installedAt = changedAt(join(ROOT, 'node_modules', '.package-lock.json'));
if (installedAt < changedAt(join(ROOT, 'package-lock.json'))) {
  const quiet = ['--no-audit', '--no-fund'];
  // `npm ci` refuses a lock that lacks optional packages of other platforms, which is what npm writes where a mirror
  // does not carry them. `npm install --no-save` takes the same versions from the same lock and leaves it as it is.
  const installed =
    (await step('Installing (this needs the network, once) ...', 'npm', ['ci', ...quiet])) ||
    (await step('npm ci refused; installing with npm install ...', 'npm', ['install', '--no-save', ...quiet]));
  if (!installed) fail('npm could not install the packages; what it said is above');
}

const builtAt = Math.min(...PRODUCTS.map((product) => changedAt(join(ROOT, product))));
if (builtAt < Math.max(...SOURCES.map((source) => youngest(join(ROOT, source))))) {
  const built = await step('Building ...', process.execPath, [join(ROOT, 'src', 'tasks', 'build.mjs')]);
  if (!built) fail('the build failed; what it said is above');
}

// In this process: signals and flags reach the router with nothing in between.
await import(join(ROOT, 'dist', 'router.mjs'));
