/**
 * Two people who stand beside each other compare a short code: whoever sits between their devices has other keys, so the
 * two screens differ. The one that asks commits to a nonce before it knows the other's, and the other one gives its own
 * before it knows the first: so neither can search for a nonce that makes the code it wants (RFC 6189 section 4.4.1.1
 * does the same with the hash of DHPart2, Bluetooth with the commitment of numeric comparison). `README.md` has a drawing.
 */
import { fromBase64url, toBase64url } from './base64url.ts';
import { base64url, only } from './ids.ts';
import { bytesOf, type PublicKey, taggedHash } from './keys.ts';
import { matching, object, oneOf, ParseError, type Parser } from './parse.ts';

/** 32 random bytes in base64url, made anew for each comparison. */
export type Nonce = string & { readonly __brand: 'Nonce' };
/** What the asking side commits to: 32 bytes in base64url. It also names the comparison. */
export type Commitment = string & { readonly __brand: 'Commitment' };

/** What a person says of the two screens; `cancelled`: nothing, or that they do not want to compare now. */
export const VERDICTS = ['same', 'different', 'cancelled'] as const;
export type Verdict = (typeof VERDICTS)[number];

export type CompareMessage =
  /** The one that asks. */
  | { readonly type: 'compare'; readonly commitment: Commitment }
  /** The other one, after its person has agreed. */
  | { readonly type: 'compare-answer'; readonly commitment: Commitment; readonly nonce: Nonce }
  /** The one that asks, in answer to that. From here on both know the code. */
  | { readonly type: 'compare-reveal'; readonly commitment: Commitment; readonly nonce: Nonce }
  /** Either side. `same` and `different` only of a code that is known. */
  | { readonly type: 'compare-verdict'; readonly commitment: Commitment; readonly verdict: Verdict };

/** What both screens show: 44 bits, of which one try in 17 million million fits by chance. */
export type Code = {
  /** Four indices of 64 pictures: 24 bits. */
  readonly pictures: readonly number[];
  /** Six digits, from other bits. */
  readonly digits: string;
};

/** The keys of both ends, which the connection has proved: of the one that asks, and of the one that is asked. */
export type Compared = { readonly asking: PublicKey; readonly asked: PublicKey };

const NONCE_BYTES = 32;
const COMMITMENT_BYTES = 32;
const CODE_PICTURES = 4;
const PICTURE_BITS = 6;
const CODE_DIGITS = 6;

/** Only as `toBase64url` writes it: else one commitment would have four names. */
function written<Brand extends string>(bytes: number, what: string): Parser<Brand> {
  const parse = matching(only(base64url(bytes)), what);
  return (value, at) => {
    const text = parse(value, at);
    if (fromBase64url(text, bytes) === undefined) throw new ParseError(at, what);
    return text as Brand;
  };
}

const nonce = written<Nonce>(NONCE_BYTES, 'a nonce');
const commitment = written<Commitment>(COMMITMENT_BYTES, 'a commitment');

/** To stand among the other messages of a connection. */
export const compareMessages = {
  compare: object({ commitment }),
  'compare-answer': object({ commitment, nonce }),
  'compare-reveal': object({ commitment, nonce }),
  'compare-verdict': object({ commitment, verdict: oneOf(...VERDICTS) }),
};

/** `random`: fills with bytes that nobody can guess, as a browser's `crypto` does. */
export const newNonce = (random: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array): Nonce =>
  toBase64url(random(new Uint8Array(NONCE_BYTES))) as Nonce;

const bytesOfNonce = (of: Nonce): Uint8Array => fromBase64url(of, NONCE_BYTES) ?? new Uint8Array(NONCE_BYTES);

/** Both keys are in it: sent back to its maker, or on to somebody else, it opens nothing. */
export function commitmentTo(of: Nonce, { asking, asked }: Compared): Commitment {
  return toBase64url(
    taggedHash('hikyaku/compare commitment', bytesOf(asking), bytesOf(asked), bytesOfNonce(of)),
  ) as Commitment;
}

/** `nonces`: in the order of the keys. All parts have a fixed length, so none runs into the next. */
export function codeOf({ asking, asked }: Compared, nonces: readonly [asking: Nonce, asked: Nonce]): Code {
  const hash = taggedHash('hikyaku/compare code', bytesOf(asking), bytesOf(asked), ...nonces.map(bytesOfNonce));
  const view = new DataView(hash.buffer);
  const drawn = view.getUint32(0);
  return {
    pictures: Array.from({ length: CODE_PICTURES }, (_, n) => (drawn >>> (PICTURE_BITS * n)) % 2 ** PICTURE_BITS),
    digits: String(view.getUint32(4) % 10 ** CODE_DIGITS).padStart(CODE_DIGITS, '0'),
  };
}
