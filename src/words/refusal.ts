/**
 * Why something is not held: what `OK`, `NEG-ERR` and HTTP answers say about it. NIP-01 begins each reason with a word for
 * machines; ours follows it, because only that tells a person what helps.
 */

/** Each with the word of NIP-01 before it. */
const PREFIX = {
  /** Its author or its form is not what it says. */
  'not-genuine': 'invalid',
  malformed: 'invalid',
  'too-large': 'invalid',
  /** A kind of event that is not held here. */
  'other-kind': 'invalid',
  /** A reply to itself. */
  'too-deep': 'invalid',
  /** A letter that names no receiver, or several. */
  'for-nobody': 'invalid',
  /** Taken back by its author, or by the one for whom it is. */
  deleted: 'blocked',
  /** Taken down by an operator. */
  removed: 'blocked',
  ended: 'blocked',
  /** The share of the device that leaves it, or of its address, is used up. */
  quota: 'restricted',
  /** Everything that is held is more important, or needed. */
  full: 'error',
  /** The disk does not take it. */
  disk: 'error',
  /** Too much in this minute. */
  pace: 'rate-limited',
  /** Say who you are first. */
  unknown: 'auth-required',
} as const;

export type Refused = keyof typeof PREFIX;

/** As it is written in `OK` and `CLOSED`. */
export const reasonOf = (refused: Refused): string => `${PREFIX[refused]}: ${refused}`;

/** From what another router says; `malformed` for a reason that is not known here. */
export function refusedBy(reason: string): Refused {
  const said = /^[a-z-]+: (?<word>[a-z-]+)/.exec(reason)?.groups?.['word'] ?? '';
  return Object.hasOwn(PREFIX, said) ? (said as Refused) : 'malformed';
}
