/** Debian's packages for the machine. They are downloaded and unpacked into folders; only QEMU is installed here. */
import { existsSync, readdirSync } from 'node:fs';
import { cp, mkdir, rename, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { isInstalled } from '../../lab/requirements.ts';
import { cached, keyOf } from './cache.ts';
import { sh } from './shell.ts';

export const QEMU = 'qemu-system-x86_64';
const QEMU_PACKAGE = 'qemu-system-x86';

/** Unpacked in any case: two that would not be installed beside what a machine has, and what the kernel knows countries by. */
const ALWAYS = ['busybox-static', 'kmod', 'wireless-regdb'];
/** What runs in the machine. Those that are installed here are there already. */
const INSIDE = [
  ...['hostapd', 'wpasupplicant', 'iw', 'batctl', 'rfkill', 'dnsmasq-base', 'iperf3', 'ethtool', 'tcpdump', 'nftables'],
  'systemd-container', // boxes that start as their own system does
];

/** Why no machine can be made here, and what to do; `undefined` when it can. */
export function whyNoMachine(): string | undefined {
  if (process.platform !== 'linux' || process.arch !== 'x64') return 'the radio lab needs Linux on a 64-bit PC';
  if (!['apt-get', 'dpkg'].every(isInstalled)) return 'the radio lab needs Debian: its kernel has the emulated radios';
  if (process.getuid?.() === 0) return undefined;
  const how = isInstalled(QEMU) ? 'run it as root' : `as root: apt-get install --no-install-recommends ${QEMU_PACKAGE}`;
  return `the radio lab shares this machine's root folder with a virtual one, which needs root; ${how}`;
}

/** Installs QEMU when it is missing. Wants root. */
export async function installQemu(say: (line: string) => void): Promise<void> {
  if (isInstalled(QEMU)) return;
  say(`Installing ${QEMU_PACKAGE}`);
  await apt(['install', '-y', '-q', '--no-install-recommends', QEMU_PACKAGE]);
}

/** Package lists may be missing on a machine that is new, or name files that are gone. */
export async function apt(words: readonly string[], cwd?: string): Promise<string> {
  const options = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }, ...(cwd !== undefined && { cwd }) };
  try {
    return await sh('apt-get', words, options);
  } catch {
    await sh('apt-get', ['update', '-q'], options);
    return sh('apt-get', words, options);
  }
}

/** The package of Debian's newest kernel for this kind of machine. */
async function kernelPackage(): Promise<string> {
  const ask = () => sh('apt-cache', ['depends', 'linux-image-amd64']).catch(() => '');
  const find = (said: string) => /Depends: (linux-image-\S+)/.exec(said)?.[1];
  let name = find(await ask());
  if (name === undefined) {
    await sh('apt-get', ['update', '-q']); // a machine that is new has no lists
    name = find(await ask());
  }
  if (name === undefined) throw new Error('apt knows no linux-image-amd64');
  return name;
}

export type Unpacked = {
  /** Changes with every version of what is in it. */
  readonly key: string;
  /** A root folder with merged `/usr`, to be laid over another one. */
  readonly folder: string;
  readonly kernel: string;
  /** Its version, which is the name of its folder of modules. */
  readonly version: string;
};

/** Debian's kernel and the programs of radio, unpacked; from the cache when nothing has a newer version. */
export async function unpacked(say: (line: string) => void): Promise<Unpacked> {
  const names = [await kernelPackage(), ...ALWAYS];
  const missing = filesIn(await apt(['install', '--print-uris', '-qq', '--no-install-recommends', ...INSIDE]));
  const files = [...filesIn(await apt(['download', '--print-uris', ...names])), ...missing];
  const key = keyOf(files);
  const folder = await cached('extra', key, async (empty) => {
    say("Downloading Debian's kernel and the programs of radio (75 MB), and unpacking them (420 MB)");
    await unpack([...names, ...missing.map((file) => file.split('_')[0] ?? '')], empty);
  });
  const version = readdirSync(join(folder, 'usr/lib/modules'))[0] ?? '';
  return { key, folder, version, kernel: join(folder, 'boot', `vmlinuz-${version}`) };
}

/** Names of files, as `NAME_VERSION_ARCHITECTURE.deb`, from what apt would download. */
function filesIn(said: string): readonly string[] {
  return [...said.matchAll(/^'\S+' (\S+\.deb) \d+/gm)].map(([, file = '']) => file).sort();
}

async function unpack(names: readonly string[], root: string): Promise<void> {
  const archives = join(root, 'archives');
  await mkdir(archives);
  await apt(['download', '-q', '-o', 'APT::Sandbox::User=root', ...names], archives);
  for (const file of readdirSync(archives)) await sh('dpkg', ['-x', join(archives, file), root]);
  await rm(archives, { recursive: true });
  await sh(join(root, 'bin/kmod'), ['-b', root, readdirSync(join(root, 'lib/modules'))[0] ?? ''], { argv0: 'depmod' });
  // Debian 12 still ships these folders beside /usr; on an installed system they are links to those in it.
  for (const name of ['bin', 'sbin', 'lib', 'lib64'].filter((name) => existsSync(join(root, name)))) {
    await cp(join(root, name), join(root, 'usr', name), { recursive: true, verbatimSymlinks: true });
    await rm(join(root, name), { recursive: true });
  }
  // What its scripts would do: without it no country is known.
  const firmware = join(root, 'usr/lib/firmware');
  for (const name of ['regulatory.db', 'regulatory.db.p7s']) await symlink(`${name}-debian`, join(firmware, name));
  await rm(join(root, 'var'), { recursive: true, force: true });
  await rename(join(root, 'etc'), join(root, 'usr/share/hikyaku-radio-etc')); // this machine's own stays
}
