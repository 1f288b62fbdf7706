/**
 * A sealed letter (NIP-59): what is said stands unsigned in a seal that its author signs, and the seal stands in a wrap that a key
 * signs which is used once. Who holds or carries it sees for whom it is, how long, and which sealed file goes with it. Who wrote it
 * stands nowhere outside; but the router with which its author leaves it sees which device that is, and so does whoever listens on
 * plain HTTP. Encryption is NIP-44. The only file that knows the library.
 */
import { decrypt, encrypt, getConversationKey } from 'nostr-tools/nip44';
import {
  bytesIn,
  type HexKey,
  hexOf,
  isGenuine,
  keyFrom,
  type Rumor,
  rumor,
  type SignedEvent,
  signedBy,
  signedEvent,
  tagValue,
} from '../../protocol/event.ts';
import { bytesOf, newSecret, type PublicKey, publicKeyOf, type SecretKey } from '../../protocol/keys.ts';
import { MAX_EVENT_BYTES, MAX_RUMOR_BYTES } from '../../protocol/limits.ts';
import { type Parser, parseJson } from '../../protocol/parse.ts';
import { SEAL, WRAP } from '../kinds.ts';

/** NIP-59: times of seals and wraps are set back by up to so many seconds, so that they say nothing of when it was written. */
const BACK_S = 2 * 24 * 60 * 60;

/** An opened letter, and who has signed it. */
export type Opened = { readonly rumor: Rumor; readonly from: PublicKey };

/** True when what is said fits in a letter. */
export const fits = (said: Rumor): boolean => bytesIn(said) <= MAX_RUMOR_BYTES;

export type Sealing = {
  /** In seconds since 1970, as this device believes. */
  readonly now: number;
  /** SHA-256 of the sealed file that goes with it: the wrap says so, or nobody who holds it would know to whom the bytes belong. */
  readonly file?: string;
  /** From 0 up to 1. */
  readonly random?: () => number;
};

/** Seals what `secret`'s owner says for `to`. Takes some dozens of milliseconds on a phone. Throws `RangeError` when it does not fit. */
export function sealed(
  said: Rumor,
  secret: SecretKey,
  to: PublicKey,
  { now, file, random = Math.random }: Sealing,
): SignedEvent {
  if (!fits(said)) throw new RangeError(`a letter of more than ${MAX_RUMOR_BYTES} bytes`);
  const back = (): number => Math.max(0, now - Math.floor(random() * BACK_S));
  const put = (inside: object, by: SecretKey): string => encrypt(JSON.stringify(inside), between(by, hexOf(to)));
  const seal = signedBy(secret, { kind: SEAL, created_at: back(), tags: [], content: put(said, secret) });
  const once = newSecret();
  return signedBy(once, {
    kind: WRAP,
    created_at: back(),
    tags: [['p', hexOf(to)], ...(file ? [['x', file]] : [])],
    content: put(seal, once),
  });
}

/** `undefined` when it is not for `secret`'s owner, or is no letter inside, or is not by whom it says. Never throws. */
export function opened(wrap: SignedEvent, secret: SecretKey): Opened | undefined {
  if (wrap.kind !== WRAP || tagValue(wrap, 'p') !== hexOf(publicKeyOf(secret))) return undefined;
  const seal = taken(wrap, secret, signedEvent, MAX_EVENT_BYTES);
  if (seal === undefined || seal.kind !== SEAL || !isGenuine(seal)) return undefined;
  const said = taken(seal, secret, rumor, MAX_EVENT_BYTES);
  // NIP-17: or anybody could write in the name of somebody else.
  return said?.pubkey === seal.pubkey ? { rumor: said, from: keyFrom(seal.pubkey) } : undefined;
}

function taken<T>(from: SignedEvent, secret: SecretKey, parser: Parser<T>, most: number): T | undefined {
  try {
    const parsed = parseJson(decrypt(from.content, between(secret, from.pubkey)), most, parser);
    return parsed.ok ? parsed.value : undefined;
  } catch {
    return undefined; // another key, a changed text, no point of the curve
  }
}

const between = (secret: SecretKey, other: HexKey): Uint8Array => getConversationKey(bytesOf(secret), other);
