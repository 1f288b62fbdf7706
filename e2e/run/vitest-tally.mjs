/** Vitest reporter: writes what a phase of `npm test` counts, file by file, to the file named by HIKYAKU_TALLY. */
import { writeFileSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';

export default class Tally {
  onTestRunEnd(modules, errors, reason) {
    const files = {};
    for (const module of modules) {
      const file = module.relativeModuleId;
      const counted = { passed: 0, failures: [], skipped: [] };
      files[file] = counted;
      for (const test of module.children.allTests()) {
        const result = test.result();
        const name = `${file}: ${test.fullName}`;
        if (result.state === 'passed') counted.passed++;
        else if (result.state === 'skipped') counted.skipped.push({ name, reason: result.note ?? 'no reason given' });
        else counted.failures.push(`${name}${why(result.errors)}`);
      }
      // A file that could not be loaded, or whose hooks failed, has errors that belong to no single test.
      const broken = module.errors().length > 0 || module.state() === 'failed';
      if (broken && counted.failures.length === 0) counted.failures.push(`${file}${why(module.errors())}`);
    }
    const outside = errors.length > 0 ? [`${errors.length} errors outside of tests`] : [];
    if (reason === 'interrupted') outside.push('the run was interrupted');
    writeFileSync(process.env['HIKYAKU_TALLY'], `${JSON.stringify({ files, outside }, null, 2)}\n`);
  }
}

/** Where and why a test failed, in one line: often only the end of a long log is kept. */
function why(errors = []) {
  const lines = errors.map(({ message, stacks }) => {
    const place = stacks?.at(0);
    const [line] = stripVTControlCharacters(message).split('\n');
    return `\n  ${place === undefined ? '' : `line ${place.line}: `}${line.slice(0, 300)}`;
  });
  return lines.join('');
}
