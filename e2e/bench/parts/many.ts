/**
 * A folder of very many small files from phone to phone, interrupted at half: does it arrive whole, and does the page
 * respond?
 */
import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { type Digests, zipDigests } from '../../drive/files.ts';
import { PayloadCounter } from '../../drive/payload.ts';
import type { Phone } from '../../drive/phone.ts';
import { type Stage, together } from '../../drive/stage.ts';

export type Tree = { readonly files: number; readonly folders: number; readonly bytes: number };

export type ManyFiles = {
  /** True when every file kept its bytes. */
  readonly identical: boolean;
  /** Payload sent beyond the size of the files, although the receiver was reloaded at half. */
  readonly againBytes: number;
  /** Longest tasks of the main threads in milliseconds, by the person's action. */
  readonly longestTasks: Readonly<Record<string, number>>;
  readonly seconds: { readonly acceptedToSaved: number; readonly all: number };
};

/** Records the longest task of the page since the last reading (Long Tasks API: those of 50 ms and more). */
const WATCH_TASKS = `(() => {
  globalThis.longestTask = 0;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) globalThis.longestTask = Math.max(globalThis.longestTask, duration);
  }).observe({ type: 'longtask', buffered: true });
})()`;

/** Sizes around the average: some are twice that, some nearly nothing. */
function sizesOf({ files, bytes }: Tree): number[] {
  return Array.from({ length: files }, (_, index) => {
    const share = 0.05 + (1.9 * ((index * 7919) % 1000)) / 999;
    return Math.round((bytes / files) * share);
  });
}

/** Bytes of all files together: the sizes are rounded. */
export const totalOf = (tree: Tree): number => sizesOf(tree).reduce((sum, size) => sum + size, 0);

/** Writes the tree below `root`; the bytes differ from file to file. */
export async function plant(root: string, tree: Tree): Promise<Digests> {
  const { files, folders } = tree;
  const digests: Digests = new Map();
  const sizes = sizesOf(tree);
  for (let folder = 0; folder < folders; folder++) {
    const place = `班${folder % 20}/folder ${folder}`;
    await mkdir(join(root, place), { recursive: true });
    const written: Promise<void>[] = [];
    for (let index = folder; index < files; index += folders) {
      const content = Buffer.alloc(sizes[index] ?? 0, createHash('sha512').update(String(index)).digest());
      const name = `${place}/写真 ${index}.jpg`;
      digests.set(`${basename(root)}/${name}`, createHash('sha256').update(content).digest('hex'));
      written.push(writeFile(join(root, name), content));
    }
    await Promise.all(written);
  }
  return digests;
}

async function longestTask(phone: Phone): Promise<number> {
  const milliseconds = await phone.evaluate('globalThis.longestTask');
  await phone.evaluate('globalThis.longestTask = 0');
  return Math.round(Number(milliseconds));
}

export async function manyFiles(stage: Stage, tree: Tree): Promise<ManyFiles> {
  const root = stage.path('many');
  const digests = await plant(root, tree);
  const options = { initScript: WATCH_TASKS };
  const [aki, haru] = await Promise.all([
    stage.phone('Aki', 'secure', options),
    stage.phone('Haru', 'secure', options),
  ]);
  await together(aki, haru);
  const counter = await PayloadCounter.start(aki);
  for (const phone of [aki, haru]) await longestTask(phone);

  const start = performance.now();
  await aki.sendFolder(root, ['Haru']);
  await haru.offer();
  const choosing = await longestTask(aki);
  await haru.accept();
  const accepted = performance.now();
  await haru.waitForState('many', 'Receiving', { progress: 50 });
  const asking = await longestTask(haru);
  await haru.open(stage.url('secure'));
  await haru.waitForState('many', 'Saved', { timeoutMs: 600_000 });
  await aki.waitForState('many', 'Sent');
  const saved = performance.now();
  const [sending, receiving] = [await longestTask(aki), await longestTask(haru)];
  const archive = await haru.save('many', stage.path('saved'), 'Save all');
  const saving = await longestTask(haru);
  const arrived = await zipDigests(archive.path);
  const total = (await counter.read()).sent;
  for (const phone of [aki, haru]) await stage.leave(phone);
  return {
    identical: arrived.size === digests.size && [...digests].every(([name, digest]) => arrived.get(name) === digest),
    againBytes: total - totalOf(tree),
    longestTasks: {
      choosing,
      'being asked and the first half': asking,
      sending,
      'after the reload': receiving,
      saving,
    },
    seconds: { acceptedToSaved: (saved - accepted) / 1000, all: (saved - start) / 1000 },
  };
}

export function report(tree: Tree, { againBytes, identical, longestTasks, seconds }: ManyFiles): string {
  const tasks = Object.entries(longestTasks).map(([when, ms]) => `  ${when}: ${ms} ms`);
  return [
    `${tree.files} files in ${tree.folders} folders, ${(totalOf(tree) / 1e6).toFixed(0)} MB: ${identical ? 'identical' : 'NOT IDENTICAL'}`,
    `accepted to saved ${seconds.acceptedToSaved.toFixed(1)} s, with a reload of the receiver at half`,
    `sent again: ${(againBytes / 1e6).toFixed(2)} MB`,
    'longest task of the main thread (0: none of 50 ms):',
    ...tasks,
    '',
  ].join('\n');
}
