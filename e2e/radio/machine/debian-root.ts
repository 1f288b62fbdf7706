/**
 * A fresh Debian, of the release that this machine has: as a folder and as a disk that a machine boots with systemd as its first
 * process. And the packages that something to be installed there needs, as files, because the machine has no way out.
 */
import { readdirSync } from 'node:fs';
import { cp, mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cached, keyOf } from './cache.ts';
import { apt } from './debian.ts';
import { sh } from './shell.ts';

/**
 * What a volunteer's machine has after Debian's installer, as far as it matters here: no compiler, no Node, nothing of Wi-Fi but the
 * rules of countries.
 */
const FRESH = [
  'systemd-sysv',
  'udev',
  'dbus',
  'kmod',
  'iproute2',
  'iputils-ping',
  'ifupdown',
  'procps',
  'cron',
  'rfkill',
  'wireless-regdb',
];
const DISK_BYTES = 3 * 2 ** 30;

export type DebianRoot = {
  /** Its root folder. Not to be changed: boxes lay their own over it. */
  readonly folder: string;
  /** A file with one ext4 file system that holds the same. Not to be changed: machines boot from copies. */
  readonly image: string;
  readonly key: string;
};

/** With `packages` more than what a fresh one has: "a machine that already has dnsmasq". */
export async function debianRoot(say: (line: string) => void, packages: readonly string[] = []): Promise<DebianRoot> {
  const lines = await sources();
  const names = [...FRESH, ...packages];
  const key = keyOf([...lines, ...names]);
  const entry = await cached('debian', key, async (empty) => {
    say(`Making a fresh Debian (${names.length} packages and what they need; 240 MB, a minute)`);
    const folder = join(empty, 'root');
    await bootstrap(folder, names, lines, empty);
    await sh('mkfs.ext4', ['-q', '-d', folder, '-L', 'box', join(empty, 'image'), String(DISK_BYTES / 1024)]);
  });
  return { folder: join(entry, 'root'), image: join(entry, 'image'), key };
}

/** A disk of its own for one machine. The file holds what is written to it; deleting it is up to the caller. */
export async function freshDisk({ image }: DebianRoot, file: string): Promise<string> {
  await sh('cp', ['--sparse=always', '--reflink=auto', image, file]);
  return file;
}

async function bootstrap(
  root: string,
  names: readonly string[],
  lines: readonly string[],
  scratch: string,
): Promise<void> {
  const tool = join(scratch, 'tool');
  await mkdir(tool);
  await apt(['download', '-q', '-o', 'APT::Sandbox::User=root', 'mmdebstrap'], tool);
  for (const file of readdirSync(tool)) await sh('dpkg', ['-x', join(tool, file), tool]);
  const list = join(scratch, 'sources.list');
  await writeFile(list, `${lines.join('\n')}\n`);
  const options = ['--variant=minbase', '--mode=root', '--quiet', `--include=${names.join(',')}`];
  await sh('perl', [join(tool, 'usr/bin/mmdebstrap'), ...options, suiteOf(lines), root, list]);
  await rm(tool, { recursive: true });
  await writeFile(join(root, 'etc/hostname'), 'box\n');
  await writeFile(join(root, 'etc/hosts'), '127.0.0.1 localhost\n127.0.1.1 box\n::1 localhost\n');
  await writeFile(join(root, 'etc/fstab'), '/dev/vda / ext4 errors=remount-ro 0 1\n');
  await rm(join(root, 'etc/resolv.conf'), { force: true });
  await writeFile(join(root, 'etc/resolv.conf'), '');
  await mkdir(join(root, 'usr/lib/modules'), { recursive: true });
}

/** Lines of `sources.list` for Debian itself, as this machine reaches it; what else it has is left out. */
async function sources(): Promise<readonly string[]> {
  const fields = ['ORIGIN', 'CODENAME', 'REPO_URI', 'COMPONENT'].map((name) => `$(${name})`).join(' ');
  const read = () => sh('apt-get', ['indextargets', '--format', fields, 'Created-By: Packages']);
  let said = await read();
  if (said.trim() === '') {
    await sh('apt-get', ['update', '-q']);
    said = await read();
  }
  const targets = said.split('\n').map((line) => line.split(' '));
  const ours = targets.filter(([origin, , , component]) => origin === 'Debian' && component === 'main');
  const key = '[signed-by=/usr/share/keyrings/debian-archive-keyring.gpg]';
  const lines = new Set(ours.map(([, codename, uri]) => `deb ${key} ${uri} ${codename} main`));
  if (lines.size === 0) throw new Error('apt knows no packages of Debian: apt-get update');
  return [...lines].sort();
}

/** The release itself, not its updates. */
function suiteOf(lines: readonly string[]): string {
  const names = lines.map((line) => line.split(' ')[3] ?? '');
  const plain = names.find((name) => !name.includes('-'));
  if (plain === undefined) throw new Error(`no release of Debian in ${names.join(', ')}`);
  return plain;
}

/**
 * A folder with these packages and all they need beyond a fresh Debian, and an index of it, so that apt in the machine finds them
 * there: see `offlineApt`.
 */
export async function archivesFor(
  packages: readonly string[],
  root: DebianRoot,
  say: (line: string) => void,
): Promise<string> {
  const lines = await sources();
  const state = await cached('lists', keyOf([root.key, String(Math.floor(Date.now() / 86_400_000))]), async (empty) => {
    await mkdir(join(empty, 'partial'), { recursive: true });
    await writeFile(join(empty, 'sources.list'), `${lines.join('\n')}\n`);
    await sh('apt-get', ['update', '-q', ...aptOf(root, empty, empty)]);
  });
  const plan = ['install', '-q', '-y', '--no-install-recommends', ...packages];
  const wanted = await sh('apt-get', [...plan, '--print-uris', ...aptOf(root, state, state)]);
  const versions = wanted.split('\n').flatMap((line) => /(\S+_\S+\.deb) \d+/.exec(line)?.[1] ?? []);
  return cached('archives', keyOf(versions), async (empty) => {
    say(`Downloading ${versions.length} packages: ${packages.join(', ')} and what they need`);
    const cache = join(empty, 'cache');
    await mkdir(join(cache, 'archives/partial'), { recursive: true });
    await sh('apt-get', [...plan, '--download-only', ...aptOf(root, state, cache)]);
    for (const file of readdirSync(join(cache, 'archives')).filter((name) => name.endsWith('.deb')))
      await rename(join(cache, 'archives', file), join(empty, file.replaceAll('%3a', '.')));
    await rm(cache, { recursive: true });
    await writeFile(join(empty, 'Packages'), await index(empty));
  });
}

/** Words for this machine's apt to plan for that root, with `state` for its lists and `cache` for what it downloads. */
function aptOf(root: DebianRoot, state: string, cache: string): readonly string[] {
  const settings = {
    'Dir::State': state,
    'Dir::State::lists': join(state, 'lists'),
    'Dir::State::status': join(root.folder, 'var/lib/dpkg/status'),
    'Dir::State::extended_states': join(state, 'extended_states'),
    'Dir::Cache': cache,
    'Dir::Etc::SourceList': join(state, 'sources.list'),
    'Dir::Etc::SourceParts': '/dev/null',
    'Dir::Etc::Preferences': '/dev/null',
    'Dir::Etc::PreferencesParts': '/dev/null',
    'APT::Sandbox::User': 'root',
    'Debug::NoLocking': 'true',
  };
  return Object.entries(settings).flatMap(([name, value]) => ['-o', `${name}=${value}`]);
}

/** The file that tells apt what is in a folder. */
async function index(folder: string): Promise<string> {
  const files = readdirSync(folder).filter((name) => name.endsWith('.deb'));
  const entries = files.map(async (file) => {
    const path = join(folder, file);
    const fields = (await sh('dpkg-deb', ['-f', path])).trimEnd();
    const [sum = ''] = (await sh('sha256sum', [path])).split(' ');
    return `${fields}\nFilename: ./${file}\nSize: ${(await stat(path)).size}\nSHA256: ${sum}\n`;
  });
  return (await Promise.all(entries)).join('\n');
}

/** Adds files of packages that were built here to a copy of such a folder, so that apt prefers them to nothing else. */
export async function withPackages(archives: string, files: readonly string[], folder: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  await cp(archives, folder, { recursive: true });
  for (const file of files) await cp(file, join(folder, file.slice(file.lastIndexOf('/') + 1)));
  await writeFile(join(folder, 'Packages'), await index(folder));
  return folder;
}

/**
 * The start of an `apt-get` command in a machine with a folder of archives mounted at `folder`. Nothing in `/etc` is changed by it, so
 * that a machine can be compared with what it was before.
 */
export function offlineApt(folder: string): string {
  const list = '/run/lab/sources.list';
  const options = [
    ['Dir::Etc::SourceList', list],
    ['Dir::Etc::SourceParts', '/dev/null'],
    ['Dir::State::lists', '/run/lab/lists'],
    ['APT::Sandbox::User', 'root'],
  ].map(([name, value]) => `-o ${name}=${value}`);
  const known = `mkdir -p /run/lab/lists && echo 'deb [trusted=yes] file:${folder} ./' > ${list}`;
  return `${known} && apt-get -q ${options.join(' ')} update && DEBIAN_FRONTEND=noninteractive apt-get -q -y ${options.join(' ')}`;
}
