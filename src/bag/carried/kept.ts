/** An event as this device keeps it, and read back. What an older version has written, or a damaged disk, is parsed as from outside. */
import { bytesIn, type EventId, eventId, type SignedEvent, signedEvent } from '../../protocol/event.ts';
import { ParseError } from '../../protocol/parse.ts';
import { type Refused, refusedBy } from '../../words/refusal.ts';
import type { Sort } from './room.ts';

/** What has become of an event of one's own. */
export type OwnState = {
  /** The router that has stored it. */
  readonly at?: string;
  /** Another router had it already: somebody has brought it there. */
  readonly isCarried?: true;
  /** The last router did not take it. */
  readonly refused?: Refused;
};

export type Kept = {
  readonly event: SignedEvent;
  /** When anybody had it first, as far as that is known, in the count of `Life`; below zero for what is older than that. */
  readonly first: number;
  /** For those of one's own, which are not let go before their time. */
  readonly own?: OwnState;
  /** As JSON, in bytes. */
  readonly bytes: number;
};

/** When it went, in the count of `Life`; and of what a person threw away, of which sort it was. */
export type GoneEntry = { readonly lived: number; readonly thrown?: Sort };

const EVENT = 'e';
const GONE = 'g';

export const keptAs = ({ event, first, own, bytes }: Kept): readonly [key: string, value: unknown] => [
  EVENT + event.id,
  { event, first, bytes, ...(own && { own }) },
];
export const keyOf = (id: EventId): string => EVENT + id;
export const goneAs = (id: EventId, { lived, thrown }: GoneEntry): readonly [key: string, value: unknown] => [
  GONE + id,
  thrown === undefined ? lived : { lived, thrown },
];
export const goneKeyOf = (id: EventId): string => GONE + id;

export function keptIn(key: IDBValidKey, value: unknown): Kept | undefined {
  if (typeof key !== 'string' || !key.startsWith(EVENT) || typeof value !== 'object' || value === null)
    return undefined;
  const { event: stored, first, own, bytes } = value as Readonly<Record<string, unknown>>;
  const event = tried(() => signedEvent(stored, 'event'));
  if (event === undefined || key !== keyOf(event.id) || typeof first !== 'number' || !Number.isFinite(first))
    return undefined;
  const isCounted = typeof bytes === 'number' && Number.isSafeInteger(bytes) && bytes > 0;
  return {
    event,
    first,
    bytes: isCounted ? bytes : bytesIn(event),
    ...(own !== undefined && { own: ownStateIn(own) }),
  };
}

function ownStateIn(value: unknown): OwnState {
  if (typeof value !== 'object' || value === null) return {};
  const { at, isCarried, refused } = value as Readonly<Record<string, unknown>>;
  return {
    ...(typeof at === 'string' && { at }),
    ...(isCarried === true && { isCarried }),
    ...(typeof refused === 'string' && { refused: refusedBy(`stored: ${refused}`) }),
  };
}

/** What was let go, and when. */
export function goneIn(key: IDBValidKey, value: unknown): readonly [EventId, GoneEntry] | undefined {
  if (typeof key !== 'string' || !key.startsWith(GONE)) return undefined;
  const id = tried(() => eventId(key.slice(GONE.length), 'id'));
  if (typeof value === 'number') return id && [id, { lived: value }];
  if (typeof value !== 'object' || value === null) return undefined;
  const { lived, thrown } = value as Readonly<Record<string, unknown>>;
  const isSort = thrown === 'public' || thrown === 'letters';
  return id && isSort && typeof lived === 'number' ? [id, { lived, thrown }] : undefined;
}

function tried<T>(parse: () => T): T | undefined {
  try {
    return parse();
  } catch (error) {
    if (error instanceof ParseError) return undefined;
    throw error;
  }
}
