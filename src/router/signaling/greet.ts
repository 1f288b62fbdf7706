/**
 * What the first frame of a socket means: a device that has proved who it is, or why the socket is closed. Pure, and the
 * place where a router computes for strangers: once for a socket, when all that costs nothing is in order, and within the
 * bounds of the place where they are (`limits/hellos.ts`).
 */
import { belongs } from '../../protocol/groups.ts';
import { isProvenTo } from '../../protocol/hello-event.ts';
import { idOf } from '../../protocol/keys.ts';
import { SIGNALING_VERSION } from '../../protocol/limits.ts';
import {
  type Challenge,
  CLOSE,
  type ClientMessage,
  helloVersion,
  parseClientMessage,
} from '../../protocol/signaling.ts';
import type { Arrival } from './entry.ts';

/** Where a socket comes from, and what its device must sign. */
export type Visitor = { readonly address: string; readonly challenge: Challenge };

type Answer =
  | { readonly do: 'admit'; readonly arrival: Arrival }
  | { readonly do: 'dismiss'; readonly code: number; readonly reason: string };
type Hello = Extract<ClientMessage, { readonly type: 'hello' }>;

/**
 * Never throws, whatever `frame` is. `router`: the id of this router. `mayCheck`: true when there is time for so many
 * signatures from there.
 */
export function greet(
  frame: string,
  visitor: Visitor,
  router: string,
  mayCheck: (signatures: number) => boolean,
): Answer {
  const version = helloVersion(frame);
  if (version !== undefined && version !== SIGNALING_VERSION)
    return dismissed(CLOSE.versionMismatch, String(SIGNALING_VERSION));
  const parsed = parseClientMessage(frame);
  if (!parsed.ok) return dismissed(CLOSE.badMessage, parsed.error);
  if (parsed.value.type !== 'hello') return dismissed(CLOSE.badMessage, 'message.type: expected hello');
  if (!mayCheck(1 + (parsed.value.groups?.length ?? 0)))
    return dismissed(CLOSE.tooFast, 'too many hellos from this address');
  const unproven = unprovenIn(parsed.value, visitor.challenge, router);
  if (unproven !== undefined) return dismissed(CLOSE.notProven, `message.${unproven}: expected another`);
  return { do: 'admit', arrival: arrivalOf(parsed.value, visitor, router) };
}

const dismissed = (code: number, reason: string): Answer => ({ do: 'dismiss', code, reason });

/** The field whose signature does not fit. Each takes some milliseconds to check; the first one that is wrong is the last. */
function unprovenIn({ key, claim, signature, groups = [] }: Hello, challenge: Challenge, router: string) {
  if (!isProvenTo(router, { key, challenge, claim, signature })) return 'signature';
  const foreign = groups.findIndex((one) => !belongs(key, one));
  return foreign < 0 ? undefined : `groups[${foreign}].signature`;
}

function arrivalOf(
  { key, claim, signature, name, kind, groups: of = [], onlyGroups }: Hello,
  { address, challenge }: Visitor,
  saidTo: string,
): Arrival {
  const hello = { key, challenge, claim, signature };
  const member = of.length > 0 ? { key, of } : undefined;
  return { id: idOf(key), name, kind, address, hello, saidTo, member, onlyGroups };
}
