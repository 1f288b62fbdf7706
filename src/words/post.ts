/**
 * A post on the board, and a reply to one: a public note (NIP-01, NIP-10) with a topic, a place, an end (NIP-40) and files
 * (NIP-92). Written as an event, and read from one that anybody may have written.
 */

import { type Draft, type EventId, eventId, type Tag, tagValue } from '../protocol/event.ts';
import { cleanName } from '../protocol/name.ts';
import { type Attachment, attachmentsIn, attachmentTag } from './attachment.ts';
import { POST } from './kinds.ts';
import { cleanText } from './text.ts';

/** Each is also its tag (`t`). */
export const TOPICS = ['notice', 'need', 'offer', 'lost', 'safety'] as const;
export type Topic = (typeof TOPICS)[number];

export type Post = {
  readonly text: string;
  readonly topic: Topic;
  /** The author's name for themselves, and that of the router at which it is written. */
  readonly authorName: string;
  readonly place: string;
  readonly attachments: readonly Attachment[];
  /** How long it is to stand, in seconds, by whatever clock. */
  readonly lasts?: number;
  /** The post to which this is a reply. */
  readonly replyTo?: EventId;
};

/** `now`: in seconds since 1970, as this device believes. */
export function postDraft(post: Post, now: number): Draft {
  const { text, topic, authorName, place, attachments, lasts, replyTo } = post;
  const tags: Tag[] = [['t', topic]];
  if (authorName) tags.push(['name', authorName]);
  if (place) tags.push(['location', place]);
  if (replyTo) tags.push(['e', replyTo, '', 'root']); // NIP-10: of a direct reply the root alone is named
  if (lasts !== undefined) tags.push(['expiration', String(now + lasts)]);
  return {
    kind: POST,
    created_at: now,
    tags: [...tags, ...attachments.map((one) => attachmentTag(one))],
    content: text,
  };
}

export function postIn(event: Draft): Post {
  const topic = TOPICS.find((one) => one === tagValue(event, 't')) ?? 'notice';
  const lasts = lastsOf(event);
  const replyTo = replyOf(event);
  return {
    text: cleanText(event.content),
    topic,
    authorName: cleanName(tagValue(event, 'name') ?? ''),
    place: cleanName(tagValue(event, 'location') ?? ''),
    attachments: attachmentsIn(event),
    ...(lasts !== undefined && { lasts }),
    ...(replyTo !== undefined && { replyTo }),
  };
}

/**
 * How long something shall be held, in seconds. NIP-40 names a moment, and clocks are wrong here: but the author's clock has
 * written both that moment and the beginning, so the time between them is right. Whoever holds it counts from first sight.
 */
export function lastsOf(event: Pick<Draft, 'created_at' | 'tags'>): number | undefined {
  const ends = tagValue(event, 'expiration');
  if (ends === undefined || !/^\d{1,12}$/.test(ends)) return undefined;
  return Math.max(0, Number(ends) - event.created_at);
}

/** NIP-10: the marked root; of older clients, which mark nothing, the first event that is named. */
export function replyOf(event: Pick<Draft, 'tags'>): EventId | undefined {
  const named = event.tags.filter(([name]) => name === 'e');
  const root = (named.find(([, , , mark]) => mark === 'root') ?? named[0])?.[1];
  try {
    return root === undefined ? undefined : eventId(root, 'e');
  } catch {
    return undefined;
  }
}
