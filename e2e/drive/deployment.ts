/** A copy of the build, as an operator has it, which can become a newer version while browsers know the older one. */
import { execFile } from 'node:child_process';
import { cp, readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { temporaryFolder } from './files.ts';
import { build } from './router.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** What a build reads, apart from the packages. */
const SOURCES = ['src', 'public', 'index.html', 'vite.config.ts', 'package.json', 'tsconfig.base.json'];
/** Kinds of files that name other files. */
const NAMING = ['.html', '.js', '.css'];

export class Deployment {
  /** The router's program. */
  readonly program: string;
  readonly remove: () => Promise<void>;
  readonly #folder: string;

  private constructor(folder: string, remove: () => Promise<void>) {
    this.program = join(folder, 'router.mjs');
    this.#folder = folder;
    this.remove = remove;
  }

  static async make(): Promise<Deployment> {
    await build();
    const { path, remove } = await temporaryFolder('deployment');
    for (const name of ['app', 'router.mjs']) await cp(join(ROOT, 'dist', name), join(path, name), { recursive: true });
    return new Deployment(path, remove);
  }

  /**
   * Builds a newer version, whose page says `data-version`, in which every hashed file has another name, and whose app
   * and router speak `signaling` if given. Returns a function that puts it in place of the present one at once; the old
   * files are gone then, as after any build. The router must be started again.
   */
  async prepare(version: string, signaling?: number): Promise<() => Promise<void>> {
    const source = join(this.#folder, `source-${version}`);
    for (const name of SOURCES) await cp(join(ROOT, name), join(source, name), { recursive: true });
    await symlink(join(ROOT, 'node_modules'), join(source, 'node_modules'));
    await edit(join(source, 'index.html'), '<html ', `<html data-version="${version}" `);
    // Those files go below, and would take half of the time.
    await edit(join(source, 'src/tasks/precompress.mjs'), 'BROTLI_MAX_QUALITY', 'BROTLI_MIN_QUALITY');
    if (signaling !== undefined)
      await edit(join(source, 'src/protocol/limits.ts'), /SIGNALING_VERSION = \d+/, `SIGNALING_VERSION = ${signaling}`);
    const run = (...args: string[]) =>
      promisify(execFile)(process.execPath, ['src/tasks/build.mjs', ...args], { cwd: source });
    await run();
    const next = join(source, 'dist');
    await renameAssets(join(next, 'app'), `v${version}-`);
    await run('worker', join(next, 'app'));
    return async () => {
      for (const name of ['app', 'router.mjs']) {
        await rm(join(this.#folder, name), { recursive: true });
        await rename(join(next, name), join(this.#folder, name));
      }
    };
  }
}

async function edit(path: string, from: string | RegExp, to: string): Promise<void> {
  const text = await readFile(path, 'utf8');
  if (text.search(from) < 0) throw new Error(`${path} does not say ${from}`);
  await writeFile(path, text.replace(from, to));
}

/** Gives every hashed file another name, as if each of them had changed. */
async function renameAssets(app: string, prefix: string): Promise<void> {
  const entries = await readdir(app, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  for (const path of paths) if (/\.(?:br|gz)$/.test(path)) await rm(path);
  const files = paths.filter((path) => !/\.(?:br|gz)$/.test(path) && basename(path) !== 'sw.js');
  const hashed = files.filter((path) => basename(dirname(path)) === 'assets');
  for (const path of files) {
    if (!NAMING.includes(extname(path))) continue;
    let text = await readFile(path, 'utf8');
    for (const other of hashed) text = text.replaceAll(basename(other), `${prefix}${basename(other)}`);
    await writeFile(path, text);
  }
  for (const path of hashed) await rename(path, join(dirname(path), `${prefix}${basename(path)}`));
}
