/**
 * `npm test`: everything, on a fresh clone with Node alone. Phases run one after the other, so that browsers and
 * compilers do not fight over the processor. The last line counts all tests; types and lint count as one each.
 */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { bin, installDebianPackages, installPackages, ROOT, run, say } from './system.mjs';

const OUTPUT = join(ROOT, 'e2e', 'output');
const totals = { passed: 0, failed: 0, skipped: [], failures: [], secondTries: [] };

function headline(name) {
  say(`\n=== ${name} ===`);
}

function timed(name, phase) {
  headline(name);
  const start = Date.now();
  phase();
  say(`(${name}: ${((Date.now() - start) / 1000).toFixed(1)} s)`);
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

/** A phase of many tests. A run that ends without a tally, or badly with a clean one, counts as one failure. */
function project(name) {
  timed(`${name} tests`, () => {
    const file = join(OUTPUT, `${name}.json`);
    rmSync(file, { force: true });
    const ok = run(
      bin('vitest'),
      ['run', '--project', name, '--passWithNoTests', '--reporter=verbose', '--reporter=./e2e/vitest-tally.mjs'],
      { HIKYAKU_TALLY: file },
    );
    let tally;
    try {
      tally = JSON.parse(readFileSync(file, 'utf8'));
    } catch {
      fail(`${name} tests ended without a result`);
      return;
    }
    totals.passed += tally.passed;
    totals.failed += tally.failed;
    totals.skipped.push(...tally.skipped);
    totals.failures.push(...tally.failures);
    totals.secondTries.push(...tally.secondTries);
    if (!ok && tally.failed === 0) fail(`${name} tests ended badly`);
  });
}

function finish() {
  headline('Result');
  for (const { name, reason } of totals.skipped) say(`skipped: ${name} (${reason})`);
  for (const name of totals.secondTries) say(`passed on the second try only, look into it: ${name}`);
  for (const name of totals.failures) say(`failed: ${name}`);
  const skipped = totals.skipped.length === 0 ? '' : `, ${totals.skipped.length} skipped`;
  process.exitCode = totals.failed === 0 ? 0 : 1;
  say(`${totals.passed} passed, ${totals.failed} failed${skipped}`);
}

function main() {
  mkdirSync(OUTPUT, { recursive: true });
  headline('Install');
  if (!installPackages()) return fail('npm ci');
  const missing = installDebianPackages();

  command('types', bin('tsc'), ['-b']);
  command('lint', bin('biome'), ['check', '--error-on-warnings', '.']);
  project('unit');

  headline('Build');
  if (!run(process.execPath, ['src/tasks/build.mjs'])) return fail('build');
  process.env['HIKYAKU_BUILT'] = 'yes'; // the tests need not build again
  project('router');
  if (missing.includes('chromium')) totals.skipped.push({ name: 'browser tests', reason: 'chromium is not installed' });
  else for (const name of ['pages', 'browser']) project(name);
  project('lab');
}

main();
finish();
