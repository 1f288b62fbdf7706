/** What a scripted device says when a router asks who it is. Runs in Node and in pages. */
import { type SignedHello, signedHello } from '../../../src/protocol/hello-event.ts';
import type { SecretKey } from '../../../src/protocol/keys.ts';
import { SIGNALING_VERSION } from '../../../src/protocol/limits.ts';
import type { ClientMessage, RouterMessage } from '../../../src/protocol/signaling.ts';

type Challenge = Extract<RouterMessage, { readonly type: 'challenge' }>;
type Hello = Extract<ClientMessage, { readonly type: 'hello' }>;

/** What a device says of its groups. */
export type Belonging = Pick<Hello, 'groups' | 'onlyGroups'>;

let lastClaim = 0;

/** As the app does it, with one clock for all scripted devices. */
export function answerTo(
  { router, challenge }: Challenge,
  secret: SecretKey,
  name: string,
  more: Belonging = {},
): Hello {
  lastClaim = Math.max(lastClaim + 1, Date.now());
  return { ...helloOf(signedHello(secret, { router, challenge, claim: lastClaim }), name), ...more };
}

export function helloOf({ key, claim, signature }: SignedHello, name: string): Hello {
  return { type: 'hello', version: SIGNALING_VERSION, key, claim, signature, name, kind: 'phone' };
}
