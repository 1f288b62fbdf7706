/**
 * The key of this device: what makes it itself to everybody else, for as long as the browser keeps it. Stored together with
 * the number of its last hello, which must never be smaller than that of an earlier one.
 */
import { type SignedHello, signedHello } from '../../protocol/hello-event.ts';
import { newSecret, type PublicKey, publicKeyOf, type SecretKey, secretFrom } from '../../protocol/keys.ts';
import type { Challenge } from '../../protocol/signaling.ts';

/** As it is stored. */
export type KeptKey = { readonly secret: SecretKey; readonly claim: number };

/** What a router asks of a device that says hello. */
export type Asked = { readonly router: string; readonly challenge: Challenge };

/** `undefined` when `value`, from the storage, is no key. */
export function keptKey(value: unknown): KeptKey | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { secret, claim } = value as { readonly secret?: unknown; readonly claim?: unknown };
  const own = typeof secret === 'string' ? secretFrom(secret) : undefined;
  return own && { secret: own, claim: Number.isSafeInteger(claim) ? Number(claim) : 0 };
}

export const newKey = (secret: SecretKey = newSecret(), claim = 0): KeptKey => ({ secret, claim });

export class OwnKey {
  readonly secret: SecretKey;
  readonly publicKey: PublicKey;
  #claim: number;
  readonly #keep: (key: KeptKey) => void;

  /** `keep` stores the key as it is now. */
  constructor({ secret, claim }: KeptKey, keep: (key: KeptKey) => void) {
    this.secret = secret;
    this.publicKey = publicKeyOf(secret);
    this.#claim = claim;
    this.#keep = keep;
  }

  /** As it is now, to be kept at another address too: a hello from there must not have a smaller number either. */
  get kept(): KeptKey {
    return { secret: this.secret, claim: this.#claim };
  }

  /** Signs the hello that answers a router's challenge; takes some dozen milliseconds on a phone. */
  hello({ router, challenge }: Asked): SignedHello {
    this.#claim = Math.max(this.#claim + 1, Date.now());
    this.#keep(this.kept);
    return signedHello(this.secret, { router, challenge, claim: this.#claim });
  }
}
