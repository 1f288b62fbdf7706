/** The product built without one of its guards, beside the sources and not in them: so it has no switch that would weaken it. */
import { execFile } from 'node:child_process';
import { cp, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** What stands in the sources, and what shall stand there instead. */
export type Lift = {
  readonly name: string;
  /** Relative to the top of the repository. */
  readonly file: string;
  /** The text to replace: it occurs exactly once in the file. */
  readonly find: string;
  readonly by: string;
};

/** What the build reads. */
const SOURCES = [
  'src',
  'public',
  'index.html',
  'vite.config.ts',
  'package.json',
  'tsconfig.json',
  'tsconfig.base.json',
];

/** Builds into `folder`; resolves with the path of the router's bundle, the app beside it. */
export async function buildLifted({ name, file, find, by }: Lift, folder: string): Promise<string> {
  for (const source of SOURCES) await cp(join(ROOT, source), join(folder, source), { recursive: true });
  await symlink(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  const path = join(folder, file);
  const text = await readFile(path, 'utf8');
  const places = text.split(find).length - 1;
  if (places !== 1) throw new Error(`"${name}" stands in ${places} places of ${file}, not in one`);
  await writeFile(path, text.replace(find, by));
  await promisify(execFile)(process.execPath, ['src/tasks/build.mjs'], { cwd: folder });
  return join(folder, 'dist', 'router.mjs');
}
