/**
 * What may be held, by routers and phones alike, as far as the event itself says. Pure. Whether somebody has room for it, or has
 * been told to let it go, is theirs to know.
 */
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { bytesIn, type EventId, type HexKey, type SignedEvent, tagValues } from '../protocol/event.ts';
import { only, SHA256 } from '../protocol/ids.ts';
import { MAX_EVENT_BYTES, MAX_FOUND_BY_BYTES, MAX_TEXT_BYTES } from '../protocol/limits.ts';
import { attachmentsIn } from './attachment.ts';
import { DELETION, LABEL, POST, WRAP } from './kinds.ts';
import { labelIn } from './label.ts';
import { lastsOf, replyOf } from './post.ts';
import type { Refused } from './refusal.ts';

/** What of an event decides how it stands to others. */
export type Standing = Pick<SignedEvent, 'id' | 'kind' | 'pubkey' | 'tags'>;

type Surroundings = {
  /** True for the keys whose labels are believed here. */
  isOperator(key: HexKey): boolean;
};

const DIGEST = only(SHA256);
/** The tags by which events are looked for, or which say what they do: a holder has them in memory. */
export const FOUND_BY: ReadonlySet<string> = new Set(['e', 'p', 't', 'l']);

/** Why the event may not be held, or `undefined`. Whether it is genuine takes milliseconds, so that is asked for by itself, last. */
export function flawOf(event: SignedEvent, { isOperator }: Surroundings): Refused | undefined {
  if (bytesIn(event) > MAX_EVENT_BYTES) return 'too-large';
  if (hasManyTags(event)) return 'malformed';
  switch (event.kind) {
    case POST:
      return isLong(event.content, MAX_TEXT_BYTES) ? 'too-large' : depthOf(event);
    case WRAP:
      return receiverOf(event) === undefined ? 'for-nobody' : undefined;
    case DELETION:
      return targetsOf(event).length === 0 ? 'malformed' : undefined;
    case LABEL:
      if (labelIn(event) === undefined) return 'malformed';
      return isOperator(event.pubkey) ? undefined : 'other-kind';
    default:
      return 'other-kind';
  }
}

/** Texts are counted in bytes: three quarters of a Japanese text would slip through a count of letters. */
const isLong = (text: string, bytes: number): boolean => text.length > bytes || utf8ToBytes(text).length > bytes;

/** Words are free; what a holder has in memory of each event is not. */
const hasManyTags = ({ tags }: SignedEvent): boolean =>
  utf8ToBytes(JSON.stringify(tags.filter(([name = '']) => FOUND_BY.has(name)))).length > MAX_FOUND_BY_BYTES;

/**
 * Only what the event itself says is looked at: a reply to a reply is held, and not shown (`board.ts`). Else it would depend on what
 * came first who holds it, and holders would offer it to each other for ever.
 */
const depthOf = (post: SignedEvent): Refused | undefined => (replyOf(post) === post.id ? 'too-deep' : undefined);

/** The one for whom a letter is; `undefined` when it names nobody, or several. */
export function receiverOf(wrap: Pick<SignedEvent, 'kind' | 'tags'>): HexKey | undefined {
  if (wrap.kind !== WRAP) return undefined;
  const [receiver, ...others] = tagValues(wrap, 'p');
  return others.length === 0 && receiver !== undefined && DIGEST.test(receiver) ? (receiver as HexKey) : undefined;
}

/** The events that a deletion names (NIP-09). */
export const targetsOf = (deletion: Pick<SignedEvent, 'tags'>): readonly EventId[] => [
  ...new Set(tagValues(deletion, 'e').filter((id) => DIGEST.test(id)) as EventId[]),
];

/**
 * True when that deletion takes `target` back: by its author (NIP-09), or, ours, by the one for whom a letter is, who has it now.
 * Deletions themselves cannot be taken back (NIP-09).
 */
export function takesBack(deletion: Standing, target: Standing): boolean {
  return isItsToTake(deletion, target) && targetsOf(deletion).includes(target.id);
}

/** The same of a deletion that is known to name `target`: a holder knows that of thousands. */
export function isItsToTake(deletion: Standing, target: Standing): boolean {
  if (deletion.kind !== DELETION || target.kind === DELETION) return false;
  return deletion.pubkey === target.pubkey || deletion.pubkey === receiverOf(target);
}

/**
 * A post is over before what takes it back, where time passes for both. For a phone that is closed hardly any does, so a post may be
 * carried for any time and be nearly new. So much longer than anything else its author's word is held against that: whoever is away for
 * as long as that brings nothing back. Not for good, because everybody may take back: what they said for weeks would fill their share.
 */
const TIMES_TAKEN_BACK = 2;

/**
 * For how many seconds, from first sight, an event may be held by somebody who holds nothing else for longer than `atMostS`. By its own
 * words it may be shorter, never longer; but what the operator hides or removes stays so for ever, and what takes back posts is held
 * for twice as long.
 */
export function heldFor(event: SaidBy, atMostS: number, { isOperator }: Surroundings): number {
  if (isForGood(event) && isOperator(event.pubkey)) return Number.POSITIVE_INFINITY;
  const most = isOf(event, POST) ? TIMES_TAKEN_BACK * atMostS : atMostS;
  return Math.min(lastsOf(event) ?? most, most);
}

type SaidBy = Pick<SignedEvent, 'kind' | 'pubkey' | 'created_at' | 'tags'>;

/**
 * Nobody knows when the last phone that carries something comes by: while it is off, no time passes for what it carries. So the word
 * that takes it down has no end, and neither has one that takes such a word back (NIP-09's `k`), or an old copy of it would count again.
 */
function isForGood(event: SaidBy): boolean {
  if (event.kind === DELETION) return isOf(event, LABEL);
  const word = labelIn(event)?.word;
  return word === 'hide' || word === 'remove';
}

/** True for a deletion that says itself that it is of that kind of events (NIP-09's `k`). Of a letter nobody needs to know: it is shown once. */
const isOf = (event: SaidBy, kind: typeof POST | typeof LABEL): boolean =>
  event.kind === DELETION && tagValues(event, 'k').includes(String(kind));

/**
 * The digests of all bytes that belong to an event: its files, their small pictures, and what it names by a tag `x` (NIP-94). A
 * letter names its file so, because what it says of it is sealed.
 */
export function blobsOf(event: Pick<SignedEvent, 'tags'>): readonly string[] {
  const attached = attachmentsIn(event).flatMap(({ sha256, thumb }) =>
    thumb === undefined ? [sha256] : [sha256, thumb],
  );
  return [...new Set([...attached, ...tagValues(event, 'x').filter((digest) => DIGEST.test(digest))])];
}
