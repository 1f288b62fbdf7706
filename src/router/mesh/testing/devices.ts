/**
 * Devices for tests of presence, with hellos that cost nothing: instead of a signature each has the words that it would sign. For
 * signatures themselves see `src/protocol/hello-event.ts`.
 */
import type { SignedHello } from '../../../protocol/hello-event.ts';
import type { PublicKey, Signature } from '../../../protocol/keys.ts';
import type { Challenge, DeviceId } from '../../../protocol/signaling.ts';
import type { Incarnation, RouterId, Self } from '../bus.ts';
import type { Claims } from '../claims.ts';
import type { Listed } from '../messages.ts';
import type { Local } from '../own-devices.ts';

export const idOf = (name: string): DeviceId => name.padEnd(16, '-') as DeviceId;

export const selfOf = (router: string, life = 1): Self => ({
  id: router.padEnd(16, '-') as RouterId,
  incarnation: life.toString(16).padStart(8, '0').padEnd(16, 'a') as Incarnation,
});

/** A device of `router`, to which it said hello with `claim`. */
export function localAt(router: Self, name: string, { claim = 1, ...more }: Partial<Local> & { claim?: number } = {}) {
  const hello = helloTo(router.id, name, claim);
  return { id: idOf(name), name, kind: 'phone', away: false, hello, saidTo: router.id, ...more } satisfies Local;
}

/** What a router lists that has no hello of the device: with the right key, and any claim. */
export function forgedAt(name: string, claim: number): Listed {
  return { id: idOf(name), name, kind: 'phone', ...helloTo('nobody', name, claim) };
}

/** Knows at once what was said to whom. */
export const IN_WORDS: Pick<Claims, 'isProven' | 'look'> = {
  isProven: (router, { key, claim, signature }) => signature === wordsOf(router, key, claim),
  look: (router, claim) => IN_WORDS.isProven(router, claim),
};

function helloTo(router: string, name: string, claim: number): SignedHello {
  const key = idOf(name).padEnd(43, '-') as PublicKey;
  return { key, challenge: 'a challenge' as Challenge, claim, signature: wordsOf(router, key, claim) };
}

const wordsOf = (router: string, key: PublicKey, claim: number): Signature =>
  `${key} says ${claim} to ${router}` as Signature;
