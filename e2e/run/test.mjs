/**
 * `npm test`: everything, on a fresh clone with Node alone. Phases run one after the other, so that
 * what computes all the time and what waits for timers and networks do not compete for the processor. The last line counts all tests; types and lint count as one each.
 */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { countedAsPassed, FILE, judge, linesOf, remember, remembered } from './second-tries.mjs';
import { bin, installDebianPackages, installPackages, ROOT, run, say } from './system.mjs';

const OUTPUT = join(ROOT, 'e2e', 'output');
/** Files with browsers: they wait for timers, for networks and for each other's silence about half of the time. */
const AT_A_TIME = 3;
const totals = { passed: 0, failed: 0, skipped: [], failures: [], secondTries: [], times: [] };

function headline(name) {
  say(`\n=== ${name} ===`);
}

function timed(name, phase) {
  headline(name);
  const start = Date.now();
  phase();
  const took = `${name}: ${((Date.now() - start) / 1000).toFixed(1)} s`;
  totals.times.push(took);
  say(`(${took})`);
}

/** A phase that is one test. */
function command(name, ...args) {
  timed(name, () => {
    if (run(...args)) totals.passed++;
    else fail(name);
  });
}

function fail(name) {
  totals.failed++;
  totals.failures.push(name);
}

/**
 * Runs the tests of some projects, all or those of some files. Returns the counts; nothing when it ended without a result.
 */
function tallied(names, workers, files = []) {
  const file = join(OUTPUT, `${names[0]}.json`);
  rmSync(file, { force: true });
  const reporters = ['--reporter=verbose', '--reporter=./e2e/run/vitest-tally.mjs'];
  const projects = names.flatMap((name) => ['--project', name]);
  const args = ['run', ...projects, '--passWithNoTests', ...reporters, ...files];
  const ok = run(bin('vitest'), args, { HIKYAKU_TALLY: file, VITEST_MAX_WORKERS: String(workers) });
  try {
    return { ok, ...JSON.parse(readFileSync(file, 'utf8')) };
  } catch {
    return undefined;
  }
}

const failing = (files) => Object.keys(files).filter((file) => files[file].failures.length > 0);

/**
 * A phase of many tests: those of some projects, so many files at a time. With `secondTry`, files with failed tests run once more as a whole: a shared machine sometimes
 * stalls, and what a failed test leaves behind would fail its repetition too. A test that needs it twice fails
 * (second-tries.mjs).
 */
function projects(names, { workers = 2, secondTry = false } = {}) {
  const name = names.join(', ');
  timed(`${name} tests`, () => {
    let tally = tallied(names, workers);
    const again = secondTry && tally?.outside.length === 0 ? failing(tally.files) : [];
    if (again.length > 0) {
      say(`\nOnce more: ${again.join(', ')}`);
      const second = tallied(names, workers, again);
      const files = { ...tally.files, ...second?.files };
      const saved = again.filter((file) => files[file].failures.length === 0);
      totals.secondTries.push(...saved.flatMap((file) => tally.files[file].failures));
      tally = { ...tally, ...second, files };
      if (second === undefined) fail(`${name} tests, once more, ended without a result`);
    }
    if (tally === undefined) {
      fail(`${name} tests ended without a result`);
      return;
    }
    for (const { passed, failures, skipped } of Object.values(tally.files)) {
      totals.passed += passed;
      totals.skipped.push(...skipped);
      for (const failure of failures) fail(failure);
    }
    for (const what of tally.outside) fail(`${name} tests: ${what}`);
    if (!tally.ok && tally.outside.length === 0 && failing(tally.files).length === 0) fail(`${name} tests ended badly`);
  });
}

/** A failure begins with its test's name; below it stands the reason. */
const nameOf = (failure) => failure.split('\n', 1)[0];

/** Returns the lines that are to be committed. */
function judgeSecondTries() {
  let before;
  try {
    before = remembered(ROOT);
  } catch (error) {
    fail(error.message);
    return [];
  }
  const today = new Date().toISOString().slice(0, 10);
  const { offenders, memory, added } = judge(before, totals.secondTries.map(nameOf), today);
  if (added.length > 0) remember(ROOT, memory);
  for (const name of totals.secondTries) say(`passed on the second try only, look into it: ${name}`);
  totals.passed -= countedAsPassed(offenders);
  for (const name of offenders)
    fail(`${name}\n  needed a second try before as well: mend it, then take it out of the file`);
  return linesOf(memory, added);
}

function finish() {
  headline('Result');
  say(totals.times.join(', '));
  for (const { name, reason } of totals.skipped) say(`skipped: ${name} (${reason})`);
  const toCommit = judgeSecondTries();
  for (const name of totals.failures) say(`failed: ${name}`);
  // Near the end, where it is seen: a checkout that is thrown away would forget, and each time would be the first.
  if (toCommit.length > 0) say(`commit this into ${FILE}, so that the next time it counts:\n${toCommit.join('\n')}`);
  const skipped = totals.skipped.length === 0 ? '' : `, ${totals.skipped.length} skipped`;
  process.exitCode = totals.failed === 0 ? 0 : 1;
  say(`${totals.passed} passed, ${totals.failed} failed${skipped}`);
}

async function main() {
  mkdirSync(OUTPUT, { recursive: true });
  headline('Install');
  const debian = installDebianPackages();
  if (!installPackages()) return fail('npm ci');

  command('types', bin('tsc'), ['-b']);
  command('lint', bin('biome'), ['check', '--error-on-warnings', '.']);
  headline('Build');
  if (!run(process.execPath, ['src/tasks/build.mjs'])) return fail('build');

  const missing = await debian; // units try some of them
  projects(['unit']);
  process.env['HIKYAKU_BUILT'] = 'yes'; // the tests need not build again
  const hasChromium = !missing.some((name) => name.startsWith('chromium'));
  if (hasChromium) projects(['pages'], { workers: AT_A_TIME, secondTry: true });
  else totals.skipped.push({ name: 'browser tests', reason: 'chromium or chromium-headless-shell is not installed' });
  projects(['router', ...(hasChromium ? ['browser'] : []), 'lab'], { workers: AT_A_TIME, secondTry: true });
}

await main();
finish();
