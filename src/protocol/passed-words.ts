/**
 * A message to a person who is here: what a letter would hold (NIP-59, a rumor), over the proven connection, which says whose it is
 * and keeps it secret. So it needs no seal and no wrap.
 */
import { type EventId, eventId, type Rumor, rumor } from './event.ts';
import { object } from './parse.ts';

export type WordMessage =
  /** Its author must be the device at this end. */
  | { readonly type: 'word'; readonly event: Rumor }
  /** The other end has stored the word with that id. */
  | { readonly type: 'heard'; readonly id: EventId };

/** To stand among the other messages of a connection. */
export const wordMessages = {
  word: object({ event: rumor }),
  heard: object({ id: eventId }),
};
