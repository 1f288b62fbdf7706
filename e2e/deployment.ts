/** A copy of what is built, as an operator has it, which can become a newer version while browsers know the older one. */
import { execFile } from 'node:child_process';
import { cp, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { temporaryFolder } from './files.ts';
import { build } from './router.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
/** Files in which others are named. */
const NAMING = ['.html', '.js', '.css'];

export class Deployment {
  /** The router's program. */
  readonly program: string;
  readonly remove: () => Promise<void>;
  readonly #app: string;

  private constructor(folder: string, remove: () => Promise<void>) {
    this.program = join(folder, 'router.mjs');
    this.#app = join(folder, 'app');
    this.remove = remove;
  }

  static async make(): Promise<Deployment> {
    await build();
    const { path, remove } = await temporaryFolder('deployment');
    await cp(join(ROOT, 'dist'), path, { recursive: true });
    return new Deployment(path, remove);
  }

  /**
   * Makes a version in which every hashed file has another name, and whose page says `data-version`. Gives how to put
   * it in place of the present one, in a moment; the old files are gone then, as after a new build. The router lists
   * its files when it starts: start it again.
   */
  async prepare(version: string): Promise<() => Promise<void>> {
    const next = `${this.#app}-${version}`;
    await cp(this.#app, next, { recursive: true, filter: (path) => !/\.(?:br|gz)$|\/sw\.js$/.test(path) });
    const entries = await readdir(next, { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
    const hashed = files.filter((path) => basename(dirname(path)) === 'assets');
    const newName = (path: string) => `v${version}-${basename(path)}`;
    for (const path of files) {
      if (!NAMING.includes(extname(path))) continue;
      let text = await readFile(path, 'utf8');
      for (const other of hashed) text = text.replaceAll(basename(other), newName(other));
      await writeFile(path, text.replace('<html ', `<html data-version="${version}" `));
    }
    for (const path of hashed) await rename(path, join(dirname(path), newName(path)));
    await promisify(execFile)(process.execPath, ['src/tasks/build.mjs', 'worker', next], { cwd: ROOT });
    return async () => {
      await rename(this.#app, `${this.#app}-before-${version}`);
      await rename(next, this.#app);
    };
  }
}
