/** Builds what the tests serve, before parallel workers would each do so. */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export default function setup() {
  if (process.env['HIKYAKU_BUILT'] !== undefined) return;
  const cwd = fileURLToPath(new URL('../..', import.meta.url));
  execFileSync(process.execPath, ['src/tasks/build.mjs'], { cwd, stdio: 'inherit' }); // it says what is wrong itself
  process.env['HIKYAKU_BUILT'] = 'yes';
}
