/** The first root folder of the machine: busybox, the few modules that the real one is read with, and what finds it. */
import { chmod, copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cached, keyOf } from './cache.ts';
import type { Unpacked } from './debian.ts';
import { sh } from './shell.ts';

/** The rest is loaded by whoever needs it, from the real root. */
const MODULES = [
  ...['virtio_pci', 'virtio_console', 'virtio-rng', '9pnet_virtio', '9p', 'overlay', 'virtio_blk'],
  'crc32c_generic', // ext4 asks for it by another name
  'ext4',
];

const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

/** The file, made anew when the kernel or one of its scripts has changed. */
export async function initrd(extra: Unpacked): Promise<string> {
  const scripts = ['init.sh', 'agent.pl', 'agent.service'].map(here);
  const texts = await Promise.all(scripts.map((file) => readFile(file, 'utf8')));
  const folder = await cached('initrd', keyOf([extra.key, ...MODULES, ...texts]), (empty) =>
    fill(empty, extra, scripts),
  );
  return join(folder, 'initrd');
}

async function fill(folder: string, { folder: extra, version }: Unpacked, scripts: readonly string[]): Promise<void> {
  const root = join(folder, 'root');
  for (const name of ['bin', 'modules', 'proc', 'sys', 'dev']) await mkdir(join(root, name), { recursive: true });
  await copyFile(join(extra, 'usr/bin/busybox'), join(root, 'bin/busybox'));
  for (const file of scripts) await copyFile(file, join(root, basename(file)));
  await copyFile(join(root, 'init.sh'), join(root, 'init'));
  await chmod(join(root, 'init'), 0o755);
  const modules = join(extra, 'usr/lib/modules', version);
  const files = inOrder(await readFile(join(modules, 'modules.dep'), 'utf8'));
  for (const file of files) await copyFile(join(modules, file), join(root, 'modules', basename(file)));
  await writeFile(join(root, 'modules/list'), files.map((file) => `${basename(file)}\n`).join(''));
  const pack = 'find . | "$0" cpio -o -H newc > ../initrd';
  await sh('sh', ['-c', pack, join(extra, 'usr/bin/busybox')], { cwd: root });
}

/** Files of `MODULES` and of all they need, each after what it needs. */
function inOrder(dependencies: string): readonly string[] {
  const needs = new Map(
    dependencies.split('\n').flatMap((line) => {
      const [file, rest] = line.split(':');
      return file === undefined || rest === undefined ? [] : [[file, rest.trim().split(' ').filter(Boolean)] as const];
    }),
  );
  const files = new Set<string>();
  const add = (file: string): void => {
    for (const need of needs.get(file) ?? []) add(need);
    files.add(file);
  };
  for (const name of MODULES) {
    const file = [...needs.keys()].find((path) => basename(path) === `${name}.ko`);
    if (file === undefined) throw new Error(`the kernel has no module ${name}`);
    add(file);
  }
  return [...files];
}
