/** What the lab's tests share: skipping, with a reason, where the lab cannot run, and reporting unmet expectations. */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { beforeAll, beforeEach, expect } from 'vitest';
import { type Check, renderChecks } from './checks.ts';
import { labSkip } from './requirements.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Skips every test of the file where the lab cannot run; builds the product unless the parent process has. */
export function needsTheLab(): { readonly runs: boolean } {
  const missing = labSkip();
  beforeAll(() => {
    if (missing === undefined && process.env['HIKYAKU_BUILT'] === undefined)
      execFileSync(process.execPath, ['src/tasks/build.mjs'], { cwd: ROOT, stdio: 'ignore' });
  });
  beforeEach(({ skip }) => skip(missing !== undefined, missing));
  return { runs: missing === undefined };
}

export function expectAllMet(checks: readonly Check[]): void {
  const unmet = checks.filter(({ met }) => !met);
  expect(unmet.length, renderChecks(unmet)).toBe(0);
  expect(checks.length).toBeGreaterThan(0);
}
