/** What the records of the shelf say: something was put, something has gone, or only for how long the shelf has lived. */
import { type EventId, eventId, hexKey, type SignedEvent, signedEvent } from '../../protocol/event.ts';
import { MAX_EVENT_BYTES } from '../../protocol/limits.ts';
import { integer, object, oneOf, type Parser, parseJson, tagged, text } from '../../protocol/parse.ts';
import type { Bringer } from '../../words/holding.ts';
import { ENDS, type End } from './api.ts';

/** `at`: how long the shelf had lived, in seconds. */
export type Written =
  | {
      readonly type: 'put';
      readonly at: number;
      /** First sight, in the same seconds; below zero when that was before the shelf began. */
      readonly seen: number;
      readonly by: Bringer;
      readonly event: SignedEvent;
    }
  | { readonly type: 'gone'; readonly at: number; readonly id: EventId; readonly why: End }
  | { readonly type: 'lived'; readonly at: number };

/** An address, or the id of a router. */
const MAX_BRINGER = 64;
/** An event escaped once more, and what is said around it. */
const MAX_WRITTEN = 2 * MAX_EVENT_BYTES;

const at = integer();
const device = object({ key: hexKey, address: text(MAX_BRINGER) });
const router = object({ id: text(MAX_BRINGER) });
const bringer: Parser<Bringer> = (value, where) => {
  const { is } = object({ is: oneOf('device', 'router') })(value, where);
  return is === 'device' ? { is, ...device(value, where) } : { is, ...router(value, where) };
};

const written: Parser<Written> = tagged({
  put: object({ at, seen: integer(Number.MIN_SAFE_INTEGER), by: bringer, event: signedEvent }),
  gone: object({ at, id: eventId, why: oneOf(...ENDS) }),
  lived: object({ at }),
});

export const textOf = (one: Written): string => JSON.stringify(one);

/** `undefined` for what a later version has written. */
export function writtenIn(json: string): Written | undefined {
  const parsed = parseJson(json, MAX_WRITTEN, written);
  return parsed.ok ? parsed.value : undefined;
}
