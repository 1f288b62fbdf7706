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
const LOOK_MS = 200;
const CARRIED_MS = 120_000;

type Crossing = {
  readonly way: string;
  readonly events: number;
  readonly bytes: number;
  /** After the walker's phone was in the new Wi-Fi, in milliseconds: the letter is read, the photo is whole, all posts stand there. */
  readonly letterMs: number;
  readonly photoMs: number;
  readonly postsMs: number;
};

type Side = { readonly phone: Phone; readonly router: string; readonly other: Phone };

const letterOf = (name: string): string => `${name}: we are at the east gym, all well`;
const postOf = (name: string, number: number): string => `${name} asks, number ${number}: who has seen the grey cat?`;

/** Everything that one side leaves: the letter with its photo, and the posts. */
async function leaves({ phone, other }: Side, photo: string): Promise<void> {
  await goToTalk(phone, other.name);
  await writeMessage(phone, letterOf(phone.name), [photo]);
  await inConversation(phone, letterOf(phone.name), 'Left with the router');
  await goToBoard(phone);
  for (let number = 1; number <= POSTS; number++) await writePost(phone, postOf(phone.name, number));
}

/** Power is cut where it is held, and comes back. */
async function cut(mesh: Mesh, router: string): Promise<void> {
  await mesh.router(router).kill('everything');
  await mesh.router(router).restart();
}

async function holds(mesh: Mesh, router: string): Promise<{ readonly events: number; readonly bytes: number }> {
  const { words } = await mesh.router(router).status();
  return words.state === 'on' ? { events: words.events, bytes: words.bytes } : { events: 0, bytes: 0 };
}

/** The walker's phone has as much as the router that it is at: nothing is left behind. */
async function hasTakenAlong(walker: Phone, letters: number, posts: number): Promise<void> {
  await walker.goHere();
  const end = performance.now() + CARRIED_MS;
  for (;;) {
    const text = await walker.text();
    const isThere = (count: number, what: string): boolean =>
      text.includes(`${count} ${what}${count === 1 ? '' : 's'}`);
    if ((letters === 0 || isThere(letters, 'sealed letter')) && isThere(posts, 'post') && !text.includes('…')) return;
    if (performance.now() > end) throw new Error(`the walker's phone does not carry ${letters} and ${posts}: ${text}`);
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
  { phone, router, other }: Side,
  at: number,
  photo: string,
  checks: Checks,
): Promise<Crossing> {
  const before = await holds(mesh, router);
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
  const after = await holds(mesh, router);
  return {
    way: `${other.name} to ${phone.name}`,
    events: after.events - before.events,
    bytes: after.bytes - before.bytes,
    letterMs,
    photoMs,
    postsMs,
  };
}

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
      ann: { phone: ann, router: 'r1', other: bob },
      bob: { phone: bob, router: 'r2', other: ann },
    } as const;
    options.say('  the cable is out; each leaves a letter with a photo, and five posts');
    await Promise.all([leaves(sides.ann, photo.ann), leaves(sides.bob, photo.bob)]);
    await Promise.all([cut(mesh, 'r1'), cut(mesh, 'r2')]);
    await walker.waitForStatus('Online');
    await hasTakenAlong(walker, 2, POSTS);

    options.say('  Walker goes from r1 to r2');
    const there = await walk(mesh, walker, 'r1', 'r2');
    const toBob = await arrives(mesh, sides.bob, there, photo.ann, checks);
    await hasTakenAlong(walker, 2, 2 * POSTS);

    options.say('  and back to r1, with receipts');
    const back = await walk(mesh, walker, 'r2', 'r1');
    const toAnn = await arrives(mesh, sides.ann, back, photo.bob, checks);
    await goToTalk(ann, 'Bob');
    await inConversation(ann, letterOf('Ann'), 'Arrived');
    const receiptMs = Date.now() - back;

    options.say('  and once more to r2');
    const again = await walk(mesh, walker, 'r1', 'r2');
    await goToTalk(bob, 'Ann');
    await inConversation(bob, letterOf('Bob'), 'Arrived');
    const secondReceiptMs = Date.now() - again;

    const tables = [
      {
        title: `What a phone carries from one island to the other; seconds after it was in the new Wi-Fi`,
        head: ['from, to', 'events', 'bytes', 'letter read', 'photo whole', 'all posts', 'receipt back'],
        rows: [[toBob, receiptMs] as const, [toAnn, secondReceiptMs] as const].map(
          ([{ way, events, bytes, letterMs, photoMs, postsMs }, receipt]) => [
            way,
            String(events),
            kilobytes(bytes),
            seconds(letterMs),
            seconds(photoMs),
            seconds(postsMs),
            seconds(receipt),
          ],
        ),
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
