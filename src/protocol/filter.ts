/** Which events are asked for (NIP-01, "Filters"), as far as it is spoken here. */
import { type EventId, eventId, type HexKey, hexKey, type SignedEvent, tagValues } from './event.ts';
import { array, integer, object, ParseError, type Parser, text } from './parse.ts';

export type Filter = {
  readonly ids?: readonly EventId[];
  readonly kinds?: readonly number[];
  readonly authors?: readonly HexKey[];
  /** By what authors' clocks say, both included; for clients that ask so. */
  readonly since?: number;
  readonly until?: number;
  readonly '#e'?: readonly EventId[];
  readonly '#p'?: readonly HexKey[];
  readonly '#t'?: readonly string[];
  /** At most so many of those that are held, the newest by first sight; 0: only what is new from now on. */
  readonly limit?: number;
};

/** Most ids or keys in a filter: what fits in a frame with room to spare. */
export const MAX_FILTER_ITEMS = 1_000;
const MAX_KINDS = 32;
export const MAX_TOPIC_LENGTH = 64;

const known: Parser<Filter> = object(
  {},
  {
    ids: array(eventId, MAX_FILTER_ITEMS),
    kinds: array(integer(0, 65_535), MAX_KINDS),
    authors: array(hexKey, MAX_FILTER_ITEMS),
    since: integer(),
    until: integer(),
    '#e': array(eventId, MAX_FILTER_ITEMS),
    '#p': array(hexKey, MAX_FILTER_ITEMS),
    '#t': array(text(MAX_TOPIC_LENGTH), MAX_KINDS),
    limit: integer(),
  },
);

/** One that asks for more than is understood is refused: without that part it would ask for everything. */
export const filter: Parser<Filter> = (value, at) => {
  const understood = known(value, at);
  const unknown = Object.keys(value as object).find((name) => !Object.hasOwn(understood, name));
  if (unknown !== undefined) throw new ParseError(`${at}.${unknown}`, 'no such part of a filter');
  return understood;
};

/** What of an event decides if it matches: all of it but its text. */
export type Facts = Pick<SignedEvent, 'id' | 'kind' | 'pubkey' | 'created_at' | 'tags'>;

export function matches(filter: Filter, event: Facts): boolean {
  const { ids, kinds, authors, since, until } = filter;
  return (
    includes(ids, event.id) &&
    includes(kinds, event.kind) &&
    includes(authors, event.pubkey) &&
    (since === undefined || event.created_at >= since) &&
    (until === undefined || event.created_at <= until) &&
    (['e', 'p', 't'] as const).every((name) => isTagged(filter[`#${name}`], event, name))
  );
}

const includes = <T>(wanted: readonly T[] | undefined, value: T): boolean =>
  wanted === undefined || wanted.includes(value);

function isTagged(wanted: readonly string[] | undefined, event: Facts, name: string): boolean {
  return wanted === undefined || tagValues(event, name).some((value) => wanted.includes(value));
}
