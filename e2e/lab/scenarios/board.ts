/**
 * An author puts a text and a photo of 5 MB on the board of one router, and leaves. Twenty phones behind five routers read it. The photo
 * crosses the cable of each router at most once in each direction, however many phones want it.
 *
 *      Author, 4 phones --- r1 ---+
 *              4 phones --- r2 ---+
 *                   ...           +--- backhaul
 *              4 phones --- r5 ---+
 */

import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Phone } from '../../drive/phone.ts';
import { takePhotos } from '../../drive/photos.ts';
import { goToBoard, onBoard, writePost } from '../../drive/words.ts';
import { Checks } from '../checks.ts';
import { Mesh } from '../mesh.ts';
import { mesh as network } from '../mesh-networks.ts';
import { type Outcome, programOf, type RunOptions } from '../program.ts';
import { kilobytes, seconds } from '../table.ts';
import { WAN } from '../topology.ts';

const ROUTERS = 5;
const PHONES_EACH = 4;
const PHOTO_BYTES = 5_000_000;
const TEXT = '給水は10時と16時、体育館の東側です';
/** Frames, TLS and what routers say to each other anyway, for each byte of the photo. */
const OVERHEAD = 1.15;
const READ_MS = 180_000;

const nameOf = (router: number, index: number): string => `P${router}${index}`;

/** A photo of that length: a picture that browsers show, and behind its end what no decoder reads. */
async function largePhoto(phone: Phone, folder: string): Promise<string> {
  const [path = ''] = await takePhotos(phone, folder, 1);
  const picture = await readFile(path);
  await writeFile(path, Buffer.concat([picture, randomBytes(PHOTO_BYTES - picture.length)]));
  return path;
}

async function playBoard(options: RunOptions): Promise<Outcome> {
  const checks = new Checks();
  const readers = Array.from({ length: ROUTERS }, (_, router) =>
    Array.from({ length: PHONES_EACH }, (__, index) => [nameOf(router + 1, index + 1), `r${router + 1}`] as const),
  ).flat();
  const hosts = Object.fromEntries([['Author', 'r1'], ...readers]);
  const mesh = await Mesh.build(network(ROUTERS, hosts), options);
  try {
    await mesh.cables(mesh.names, 'in');
    const author = await mesh.phone('Author');
    const photo = await largePhoto(author, join(mesh.stage.folder, 'photos'));
    await goToBoard(author);
    await writePost(author, TEXT, [photo]);
    await author.press({ role: 'link', prefix: TEXT });
    await author.waitForText('Left with the router');
    await author.close();
    options.say('  the author has closed the page');

    const crossed = await Promise.all(mesh.names.map((name) => bytesOf(mesh, name)));
    const read: { readonly name: string; readonly textMs: number; readonly pictureMs: number }[] = [];
    // One phone of each router at a time: twenty browsers at once are more than the machine has.
    for (let index = 1; index <= PHONES_EACH; index++) {
      const round = readers.filter(([name]) => name.endsWith(String(index)));
      const phones = await Promise.all(round.map(([name]) => mesh.phone(name)));
      read.push(...(await Promise.all(phones.map(reads))));
      await Promise.all(phones.map((phone) => phone.close()));
      options.say(`  ${read.length} phones have read it`);
    }
    const rows = await Promise.all(
      mesh.names.map(async (name, index) => {
        const [before, after] = [crossed[index], await bytesOf(mesh, name)];
        return { name, in: after.in - (before?.in ?? 0), out: after.out - (before?.out ?? 0) };
      }),
    );
    for (const row of rows) {
      const most = PHOTO_BYTES * OVERHEAD;
      checks.that(`${row.name}: into it`, row.in <= most, `at most ${kilobytes(most)}`, kilobytes(row.in));
      checks.that(`${row.name}: out of it`, row.out <= most, `at most ${kilobytes(most)}`, kilobytes(row.out));
    }
    checks.equal('phones that have read it', read.length, ROUTERS * PHONES_EACH);
    const tables = [
      {
        title: `A text and a photo of ${PHOTO_BYTES / 1e6} MB, read by ${read.length} phones behind ${ROUTERS} routers: bytes over each cable`,
        head: ['router', 'in', 'out'],
        rows: rows.map(({ name, in: into, out }) => [name, kilobytes(into), kilobytes(out)]),
      },
      {
        title: 'From the opening of the board, with five browsers on this machine at a time',
        head: ['', 'first', 'median', 'last'],
        rows: [
          ['text', ...spread(read.map(({ textMs }) => textMs))],
          ['whole picture', ...spread(read.map(({ pictureMs }) => pictureMs))],
        ],
      },
    ];
    await options.hold?.(mesh.stage, tables, checks.all);
    return { tables, checks: checks.all };
  } finally {
    await mesh.close();
  }
}

/** As a person does it: opens the board, reads, and looks at the whole picture. */
async function reads(phone: Phone) {
  const begun = performance.now();
  await goToBoard(phone);
  await onBoard(phone, TEXT);
  const textMs = performance.now() - begun;
  await phone.press({ role: 'link', prefix: TEXT });
  await phone.press({ role: 'button', prefix: 'Look at' });
  await phone.waitFor({ role: 'img', name: 'Picture: IMG_2041.JPG' }, READ_MS);
  return { name: phone.name, textMs, pictureMs: performance.now() - begun };
}

/** What the kernel has counted at the router's end of its cable. */
async function bytesOf(mesh: Mesh, router: string): Promise<{ readonly in: number; readonly out: number }> {
  const count = async (way: string): Promise<number> =>
    Number(await mesh.stage.world.output(router, ['cat', `/sys/class/net/${WAN}/statistics/${way}_bytes`]));
  return { in: await count('rx'), out: await count('tx') };
}

function spread(times: readonly number[]): readonly string[] {
  const sorted = [...times].sort((a, b) => a - b);
  return [sorted[0], sorted[sorted.length >> 1], sorted.at(-1)].map((time) => seconds(time ?? Number.NaN));
}

export const run = programOf({
  name: 'board',
  shows: 'what is put on one board is read on all, and a large photo crosses each cable once',
  play: playBoard,
});
