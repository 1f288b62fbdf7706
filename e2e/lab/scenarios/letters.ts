/**
 * Two islands that never hear each other once the people on them have met. A phone walks from one to the other and back, the page
 * open in its pocket: a letter with a photo and five posts cross each way, and receipts return. The router that holds them is
 * killed, and started again, before the phone comes.
 *
 *      Ann, Walker --- r1        r2 --- Bob
 */
import { basename, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { sha256 } from '../../drive/files.ts';
import type { Phone } from '../../drive/phone.ts';
import { takePhotos } from '../../drive/photos.ts';
import {
  goToBoard,
  goToPerson,
  goToTalk,
  inConversation,
  isLeft,
  onBoard,
  writeMessage,
  writePost,
} from '../../drive/words.ts';
import { Checks } from '../checks.ts';
import { shows } from '../device-lists.ts';
import { Mesh } from '../mesh.ts';
import { mesh as network } from '../mesh-networks.ts';
import { type Outcome, programOf, type RunOptions } from '../program.ts';
import { kilobytes, seconds } from '../table.ts';

const SEEN_MS = 30_000;
const POSTS = 5;
/** A phone that changes its access point hears nothing for about this time, in milliseconds. */
const WALK_MS = 1_000;
/** What a walker's phone has taken along is asked for as often as this, in milliseconds. */
const LOOK_MS = 500;
const CARRIED_MS = 240_000;

type Crossing = {
  readonly way: string;
  /** After the walker's phone was in the new Wi-Fi, in milliseconds: the letter is read, the photo is whole, all posts stand there. */
  readonly letterMs: number;
  readonly photoMs: number;
  readonly postsMs: number;
};

type Side = { readonly phone: Phone; readonly other: Phone };

const letterOf = (name: string): string => `${name}: we are at the east gym, all well`;
const postOf = (name: string, number: number): string => `${name} asks, number ${number}: who has seen the grey cat?`;

/** Everything that one side leaves: the letter with its photo, and the posts. */
async function leaves({ phone, other }: Side, photo: string): Promise<void> {
  await goToTalk(phone, other.name);
  await writeMessage(phone, letterOf(phone.name), [photo]);
  await isLeft(phone, letterOf(phone.name));
  await goToBoard(phone);
  for (let number = 1; number <= POSTS; number++) await writePost(phone, postOf(phone.name, number));
}

/** Power is cut where it is held, and comes back. */
async function cut(mesh: Mesh, router: string): Promise<void> {
  await mesh.router(router).kill('everything');
  await mesh.router(router).restart();
}

type Holds = { readonly events: number; readonly letters: number; readonly bytes: number };

async function holds(mesh: Mesh, router: string): Promise<Holds> {
  const { words } = await mesh.router(router).status();
  if (words.state !== 'on') throw new Error(`${router} holds nothing`);
  return { events: words.events, letters: words.letters, bytes: words.bytes };
}

/** What the screen of the walker's phone says that it carries. */
async function carriedBy(walker: Phone): Promise<{ readonly letters: number; readonly posts: number }> {
  const text = await walker.text();
  const count = (pattern: RegExp): number => Number(pattern.exec(text)?.[1] ?? 0);
  return { letters: count(/(\d+) sealed letters?/), posts: count(/(\d+) posts? of the board/) };
}

/**
 * The walker's phone has as many letters as the router that it is at, at least `letters`, and so many posts: nothing is left behind.
 * Letters of others are compared once a minute.
 */
async function hasTakenAlong(mesh: Mesh, walker: Phone, router: string, letters: number, posts: number): Promise<void> {
  await walker.goHere();
  const end = performance.now() + CARRIED_MS;
  for (;;) {
    const [carried, held] = [await carriedBy(walker), await holds(mesh, router)];
    if (carried.letters === held.letters && held.letters >= letters && carried.posts === posts) return;
    if (performance.now() > end)
      throw new Error(`the walker carries ${JSON.stringify(carried)} of ${JSON.stringify(held)}`);
    await delay(LOOK_MS);
  }
}

async function walk(mesh: Mesh, walker: Phone, from: string, to: string): Promise<number> {
  await mesh.stage.world.leave(walker.name, from);
  await delay(WALK_MS);
  const at = Date.now();
  await mesh.stage.world.join(walker.name, from, to);
  return at;
}

/** On the side to which the walker came: what was left at the other one arrives. */
async function arrives(
  mesh: Mesh,
  { phone, other }: Side,
  at: number,
  photo: string,
  checks: Checks,
): Promise<Crossing> {
  await goToTalk(phone, other.name);
  await inConversation(phone, letterOf(other.name));
  const letterMs = Date.now() - at;
  const name = basename(photo);
  await phone.press({ role: 'button', name: `Look at ${name}` });
  await phone.waitFor({ role: 'img' }, CARRIED_MS);
  const photoMs = Date.now() - at;
  const saved = await phone.saveHere(`Save to device: ${name}`, join(mesh.stage.folder, `saved-${phone.name}`));
  await phone.key('Escape');
  checks.equal(
    `${other.name} to ${phone.name}: the photo has the same SHA-256`,
    (await sha256(saved.path)) === (await sha256(photo)),
    true,
  );
  await goToBoard(phone);
  for (let number = 1; number <= POSTS; number++) await onBoard(phone, postOf(other.name, number));
  const postsMs = Date.now() - at;
  return {
    way: `${other.name} to ${phone.name}`,
    letterMs,
    photoMs,
    postsMs,
  };
}

const rowOf = ({ way, letterMs, photoMs, postsMs }: Crossing, { events, bytes }: Holds, receiptMs: number) => [
  way,
  `${events} events, ${kilobytes(bytes)}`,
  ...[letterMs, photoMs, postsMs, receiptMs].map(seconds),
];

async function playLetters(options: RunOptions): Promise<Outcome> {
  const checks = new Checks();
  const mesh = await Mesh.build(network(2, { Ann: 'r1', Walker: 'r1', Bob: 'r2' }, 'cloned'), options);
  try {
    const [ann, walker, bob] = await Promise.all([mesh.phone('Ann'), mesh.phone('Walker'), mesh.phone('Bob')]);
    const photo = { ann: '', bob: '' };
    [photo.ann = '', photo.bob = ''] = await takePhotos(ann, join(mesh.stage.folder, 'photos'), 2);
    await mesh.cables(mesh.names, 'in');
    await shows(ann, 'Bob', { at: 'r2' }, SEEN_MS);
    options.say('  they meet once, and say hello');
    await goToPerson(ann, 'Bob');
    await writeMessage(ann, 'hello from Ann');
    await inConversation(ann, 'hello from Ann', 'Arrived');
    await mesh.cables(mesh.names, 'out');
    await shows(ann, 'Bob', 'gone', SEEN_MS);

    const sides = {
      ann: { phone: ann, other: bob },
      bob: { phone: bob, other: ann },
    } as const;
    options.say('  the cable is out; each leaves a letter with a photo, and five posts');
    await Promise.all([leaves(sides.ann, photo.ann), leaves(sides.bob, photo.bob)]);
    await Promise.all([cut(mesh, 'r1'), cut(mesh, 'r2')]);
    await walker.waitForStatus('Online');
    await hasTakenAlong(mesh, walker, 'r1', 2, POSTS);

    options.say('  Walker goes from r1 to r2');
    const takenThere = await holds(mesh, 'r1');
    const there = await walk(mesh, walker, 'r1', 'r2');
    const toBob = await arrives(mesh, sides.bob, there, photo.ann, checks);
    // Two of Bob, and his receipt; those of Ann are done with.
    await hasTakenAlong(mesh, walker, 'r2', 3, 2 * POSTS);

    options.say('  and back to r1, with receipts');
    const takenBack = await holds(mesh, 'r2');
    const back = await walk(mesh, walker, 'r2', 'r1');
    const toAnn = await arrives(mesh, sides.ann, back, photo.bob, checks);
    await goToTalk(ann, 'Bob');
    await inConversation(ann, letterOf('Ann'), 'Arrived');
    const receiptMs = Date.now() - back;

    await hasTakenAlong(mesh, walker, 'r1', 1, 2 * POSTS);
    options.say('  and once more to r2');
    const again = await walk(mesh, walker, 'r1', 'r2');
    await goToTalk(bob, 'Ann');
    await inConversation(bob, letterOf('Bob'), 'Arrived');
    const secondReceiptMs = Date.now() - again;

    const tables = [
      {
        title: `What a phone carries from one island to the other; seconds after it was in the new Wi-Fi`,
        head: ['from, to', 'taken along', 'letter read', 'photo whole', 'all posts', 'receipt back'],
        rows: [rowOf(toBob, takenThere, receiptMs), rowOf(toAnn, takenBack, secondReceiptMs)],
      },
    ];
    await options.hold?.(mesh.stage, tables, checks.all);
    return { tables, checks: checks.all };
  } finally {
    await mesh.close();
  }
}

export const run = programOf({
  name: 'letters',
  shows: 'letters and posts cross between two islands in the pocket of somebody who walks, and receipts return',
  play: playLetters,
});
