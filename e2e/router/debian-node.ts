/**
 * The nodejs of Debian 12 itself, which is 18: its package and those of its libraries, unpacked into a folder of the cache. Nothing
 * is installed, and the Node that runs the tests stays.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findProgram } from '../../src/router/machine/surroundings.ts';

const CACHE = fileURLToPath(new URL('../../node_modules/.cache/debian-node', import.meta.url));
/** Beside `nodejs`: what it needs and a machine may lack. */
const LIBRARIES = ['libc-ares2', 'libicu72', 'libnghttp2-14', 'libuv1', 'libbrotli1'];
/** Parts of Node that Debian keeps in packages of their own. */
const PARTS = ['node-acorn', 'node-busboy', 'node-cjs-module-lexer', 'node-undici', 'node-xtend'];
const PROGRAMS = ['apt-get', 'apt-cache', 'dpkg', 'unshare'];

/** Debian's Node looks for its parts at a path that is built in: they lie there for this process alone. */
const START = `kept=$PATH
PATH=/usr/sbin:/usr/bin:/sbin:/bin
root=\${0%/*}
mount -t tmpfs none /usr/share && mkdir /usr/share/nodejs && mount --bind "$root/usr/share/nodejs" /usr/share/nodejs || exit 1
LD_LIBRARY_PATH=$(echo "$root"/usr/lib/*-linux-gnu)
PATH=$kept
export LD_LIBRARY_PATH PATH
exec "$root/usr/bin/node" "$@"
`;

type Found = { readonly command: readonly string[]; readonly version: string } | { readonly missing: string };

const said = (program: string, ...words: readonly string[]): string =>
  execFileSync(program, words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });

/** The words that start it, or why there is none. Root only: it is started in a mount namespace of its own. */
export function debianNode(): Found {
  if (process.getuid?.() !== 0) return { missing: 'a mount namespace needs root' };
  const lacking = PROGRAMS.filter((program) => findProgram(program, process.env['PATH']) === undefined);
  if (lacking.length > 0) return { missing: `not installed: ${lacking.join(', ')}` };
  const version = offered() ?? (update() ? offered() : undefined);
  if (version === undefined) return { missing: 'the package sources of this machine have no nodejs 18 (Debian 12)' };
  const root = join(CACHE, `${version}-${process.arch}`);
  if (!existsSync(root) && !unpack(version, root)) return { missing: `nodejs ${version} cannot be downloaded` };
  return { command: ['/usr/bin/unshare', '--mount', '/bin/sh', join(root, 'start')], version };
}

/** The newest 18 that the package sources offer. */
function offered(): string | undefined {
  return said('apt-cache', 'madison', 'nodejs')
    .split('\n')
    .map((line) => line.split('|')[1]?.trim() ?? '')
    .find((version) => version.startsWith('18.') && version.includes('deb12'));
}

function update(): boolean {
  try {
    said('apt-get', 'update', '-q');
    return true;
  } catch {
    return false;
  }
}

/** Under another name first: a download that was cut off leaves nothing that looks whole. */
function unpack(version: string, root: string): boolean {
  mkdirSync(CACHE, { recursive: true });
  const folder = mkdtempSync(join(CACHE, 'new-'));
  try {
    const exact = ['nodejs', 'libnode108'].map((name) => `${name}=${version}`);
    execFileSync('apt-get', ['download', ...exact, ...LIBRARIES, ...PARTS], { cwd: folder, stdio: 'ignore' });
    const packages = readdirSync(folder).filter((name) => name.endsWith('.deb'));
    for (const name of packages) said('dpkg', '-x', join(folder, name), join(folder, 'root'));
    writeFileSync(join(folder, 'root', 'start'), START);
    renameSync(join(folder, 'root'), root);
    return true;
  } catch {
    return existsSync(root); // somebody else was faster
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
