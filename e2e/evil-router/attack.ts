/** How each variant goes, and what both people find at the honest neighbour afterwards. */
import { GONE, type Ground } from './ground.ts';
import type { Tally } from './orders.ts';
import type { Seen } from './screens.ts';
import { UNDER_WAY, type Variant } from './variants.ts';

export type Attacked = {
  readonly tally: Tally;
  /** Alice's screen, then Bob's. */
  readonly seen: readonly [Seen, Seen];
  /** Transfers that Bob's screen lists, and that he has not taken before. */
  readonly unasked: number;
};

const SECRET = 'secret.bin';
/** Takes some 16 seconds. */
const LONG = { bytes: 60_000_000, kilobits: 30_000 } as const;

export async function attack(ground: Ground, variant: Variant): Promise<Attacked> {
  const { router, bob } = ground;
  const seen = await sendThrough(ground, variant);
  const tally = await router.tally();
  const taken = variant.name === UNDER_WAY ? 1 : 0;
  return { tally, seen, unasked: (await bob.transfers()).length - taken };
}

/** True when a file arrives with the same SHA-256. */
export async function atTheNeighbour(ground: Ground, { name }: Variant): Promise<boolean> {
  await ground.walk();
  if (name === UNDER_WAY) return ground.hasSaved(ground.fileOf(SECRET)); // goes on by itself
  const file = await ground.send('honest.bin', 'Bob');
  await ground.bob.offerOf('honest.bin');
  await ground.bob.accept();
  return ground.hasSaved(file);
}

async function sendThrough(ground: Ground, variant: Variant): Promise<readonly [Seen, Seen]> {
  const { router, alice, bob } = ground;
  switch (variant.how) {
    case 'invents':
      await ground.turn(variant);
      await ground.send(SECRET, GONE);
      await router.call('Bob', GONE);
      return ground.look();
    case 'repeats':
      await ground.turn(variant);
      await ground.send(SECRET, 'Bob');
      await ground.look();
      await router.forget();
      await ground.reload(alice, bob); // takes the warnings off the screens
      await ground.send('secret-again.bin', 'Bob');
      return taken(ground, 'secret-again.bin');
    default:
      if (variant.name === UNDER_WAY) await underWay(ground, variant);
      else {
        await ground.turn(variant);
        await ground.send(SECRET, 'Bob');
      }
      return taken(ground, SECRET);
  }
}

/** Bob's page is opened anew, and Alice's calls it to go on. */
async function underWay(ground: Ground, variant: Variant): Promise<void> {
  const { stage, bob } = ground;
  await stage.world.throttle('Bob', 'r1', LONG.kilobits);
  await ground.send(SECRET, 'Bob', LONG.bytes);
  await bob.accept();
  await bob.waitForState(SECRET, 'Receiving', { progress: 10 });
  await ground.turn(variant);
  await ground.reload(bob);
}

/** When nothing has stopped the router, Bob takes the file: shows what reaches the middle. */
async function taken(ground: Ground, name: string): Promise<readonly [Seen, Seen]> {
  const seen = await ground.look();
  if (seen[1].isAsked) {
    await ground.bob.accept();
    await ground.bob.waitForState(name, 'Saved');
  }
  return seen;
}
