/**
 * Something of one router dies without a word, while two other routers' devices send each other a file:
 *
 *      Ann --- r1 ---+
 *      Bob --- r2 ---+--- backhaul
 *      Cid --- r3 ---+    (r3 is hit)
 */
import type { Phone } from '../drive/phone.ts';
import type { Checks } from './checks.ts';
import { type Shown, shows } from './device-lists.ts';
import type { Mesh } from './mesh.ts';
import { mesh as network } from './mesh-networks.ts';
import { isRelayed, showPair } from './pairs.ts';
import { seconds } from './table.ts';
import type { Testimony, Witness } from './witness.ts';

export const VICTIM = 'r3';
export const CRASH_NETWORK = network(3, { Ann: 'r1', Bob: 'r2', Cid: VICTIM });

export type Blow = 'the router process' | 'coturn' | 'the whole router';
export const BLOWS: readonly Blow[] = ['the router process', 'coturn', 'the whole router'];

export type Limits = {
  /** From the crash to right lists on the other routers' devices, in milliseconds. */
  readonly noticedMs: number;
  /** From the start of the router to right lists. */
  readonly healedMs: number;
};
/** The promise of the product. A router process is up in about a second; its devices reconnect on their own. */
export const PROMISED: Limits = { noticedMs: 5_000, healedMs: 15_000 };

const TRANSFER_MS = 300_000;
const COTURN_ANSWERS = /coturn: answers/;

/** How the others' lists show Cid after the crash. */
const AFTERWARDS: Readonly<Record<Blow, Shown>> = {
  // A process that ends comes back in seconds (its kernel tells the others that it ended): its devices are away.
  'the router process': { at: VICTIM, away: true },
  coturn: { at: VICTIM },
  // Silence: nobody knows if it will come back.
  'the whole router': 'gone',
};

type Heal = () => Promise<void>;

async function strike(mesh: Mesh, blow: Blow): Promise<Heal> {
  const router = mesh.router(VICTIM);
  const { world } = mesh.stage;
  switch (blow) {
    case 'the router process':
      await router.kill('router');
      return () => router.restart();
    case 'coturn': {
      const answered = router.said.filter((line) => COTURN_ANSWERS.test(line)).length;
      process.kill(router.processOf('turnserver'), 'SIGKILL');
      return () => router.says(COTURN_ANSWERS, answered + 1); // its router starts it again
    }
    case 'the whole router':
      // No power: at first nothing leaves it any more, not even the end of its connections.
      await mesh.cables([VICTIM], 'out');
      await world.leave('Cid', VICTIM);
      await router.kill('everything');
      return async () => {
        await mesh.cables([VICTIM], 'in');
        await world.join('Cid', VICTIM, VICTIM);
        await router.restart();
      };
  }
}

export type Crash = {
  readonly blow: Blow;
  readonly percent: number;
  /** Milliseconds from the crash to right lists on both devices, and from the restart. */
  readonly noticedMs: number;
  readonly healedMs: number;
  readonly testimony: Testimony;
};

/** Sends a file, strikes at `percent`, heals, and waits for the end of the transfer. */
export async function crash(
  mesh: Mesh,
  [ann, bob]: readonly [Phone, Phone],
  witness: Witness,
  { blow, percent, bytes }: { readonly blow: Blow; readonly percent: number; readonly bytes: number },
  checks: Checks,
  limits: Limits = PROMISED,
): Promise<Crash> {
  const { folder } = mesh.stage;
  const name = `${blow.replaceAll(' ', '-')}.bin`;
  const both = (how: Shown, withinMs: number) =>
    Promise.all([ann, bob].map((phone) => shows(phone, 'Cid', how, withinMs))).then((at) => Math.max(...at));
  await both({ at: VICTIM }, limits.healedMs);
  const file = await witness.begin(folder, name, bytes, percent);
  const struckAt = Date.now();
  const heal = await strike(mesh, blow);
  const { state } = await bob.transfer(name);
  checks.equal(`${blow}: the transfer runs at ${percent} %`, state, 'Receiving');
  const noticedMs = (await both(AFTERWARDS[blow], 2 * limits.noticedMs)) - struckAt;
  checks.that(
    `${blow}: lists are right`,
    noticedMs <= limits.noticedMs,
    `within ${seconds(limits.noticedMs)}`,
    seconds(noticedMs),
  );
  const healsAt = Date.now();
  await heal();
  const healedMs = (await both({ at: VICTIM }, 4 * limits.healedMs)) - healsAt;
  checks.that(`${blow}: healed`, healedMs <= limits.healedMs, `within ${seconds(limits.healedMs)}`, seconds(healedMs));
  const testimony = await witness.end(file, folder, bytes, TRANSFER_MS);
  judge(blow, testimony, checks);
  return { blow, percent, noticedMs, healedMs, testimony };
}

function judge(blow: Blow, { intact, states, sentAgainBytes, connection: { pair } }: Testimony, checks: Checks): void {
  checks.equal(`${blow}: the file arrives with the same SHA-256`, intact, true);
  checks.equal(`${blow}: the screens said`, [...states].sort().join(', '), 'Receiving, Saved, Sending, Sent');
  checks.equal(`${blow}: payload sent again`, sentAgainBytes, 0);
  checks.that(`${blow}: pair`, pair !== null && !isRelayed(pair), 'direct', pair === null ? 'none' : showPair(pair));
}
