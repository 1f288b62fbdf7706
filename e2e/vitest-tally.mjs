/** Vitest reporter: writes what a phase of `npm test` counts to the file named by HIKYAKU_TALLY. */
import { writeFileSync } from 'node:fs';

export default class Tally {
  onTestRunEnd(modules, errors, reason) {
    const tally = { passed: 0, failed: 0, skipped: [], failures: [], secondTries: [] };
    for (const module of modules) {
      const file = module.relativeModuleId;
      // A file that could not be loaded, or whose hooks failed, has errors that belong to no test.
      const broken = module.errors().length > 0;
      let failedTests = 0;
      for (const test of module.children.allTests()) {
        const result = test.result();
        if (result.state === 'passed') {
          tally.passed++;
          if ((test.diagnostic()?.retryCount ?? 0) > 0) tally.secondTries.push(`${file}: ${test.fullName}`);
        } else if (result.state === 'skipped') {
          tally.skipped.push({ name: `${file}: ${test.fullName}`, reason: result.note ?? 'no reason given' });
        } else {
          failedTests++;
          tally.failures.push(`${file}: ${test.fullName}`);
        }
      }
      tally.failed += failedTests;
      if (failedTests === 0 && (broken || module.state() === 'failed')) {
        tally.failed++;
        tally.failures.push(file);
      }
    }
    if (errors.length > 0) {
      tally.failed++;
      tally.failures.push(`${errors.length} errors outside of tests`);
    }
    if (reason === 'interrupted') tally.failed++;
    writeFileSync(process.env['HIKYAKU_TALLY'], `${JSON.stringify(tally, null, 2)}\n`);
  }
}
