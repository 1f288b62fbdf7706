/** The product built without one of its caps, beside the sources and not in them. */

import { execFile } from 'node:child_process';
import { cp, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Cap } from './caps.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
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
export async function buildLifted({ name, file, find, by }: Cap, folder: string): Promise<string> {
  for (const source of SOURCES) await cp(join(ROOT, source), join(folder, source), { recursive: true });
  await symlink(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  const path = join(folder, file);
  const text = await readFile(path, 'utf8');
  const places = text.split(find).length - 1;
  if (places !== 1)
    throw new Error(`the cap "${name}" stands in ${places} places of ${file}: caps.ts has to say which`);
  await writeFile(path, text.replace(find, by));
  await promisify(execFile)(process.execPath, ['src/tasks/build.mjs'], { cwd: folder });
  return join(folder, 'dist', 'router.mjs');
}
