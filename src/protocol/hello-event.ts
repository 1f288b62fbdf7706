/**
 * What a device signs when it says hello to a router: an event in the form of NIP-42 (client authentication), made for one
 * challenge of one router, so a copy opens nothing. Its `claim` says where the device is to every other router as well.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { bytesOf, isSignedBy, type PublicKey, publicKeyOf, type SecretKey, type Signature, sign } from './keys.ts';

/** NIP-42. */
const AUTHENTICATION = 22_242;

export type HelloFacts = {
  readonly key: PublicKey;
  /** Id of the router to which it is said. */
  readonly router: string;
  /** As the router has just drawn it. */
  readonly challenge: string;
  /**
   * Grows with every hello of this device, to whichever router: the milliseconds of its own clock, or more. Nobody compares it
   * with another clock; the greatest one says where the device is.
   */
  readonly claim: number;
};

/** All that anybody needs who knows the router, to see that the device said hello to it. */
export type SignedHello = Omit<HelloFacts, 'router'> & { readonly signature: Signature };

export function signedHello(secret: SecretKey, { router, ...facts }: Omit<HelloFacts, 'key'>): SignedHello {
  const key = publicKeyOf(secret);
  return { key, ...facts, signature: sign(secret, helloDigest({ key, router, ...facts })) };
}

/** Never throws; takes some milliseconds. */
export function isProvenTo(router: string, { key, challenge, claim, signature }: SignedHello): boolean {
  return isSignedBy(key, helloDigest({ key, router, challenge, claim }), signature);
}

/** The event's id (NIP-01): the 32 bytes that are signed. */
export function helloDigest({ key, router, challenge, claim }: HelloFacts): Uint8Array<ArrayBuffer> {
  const tags = [
    ['relay', `hikyaku:${router}`],
    ['challenge', challenge],
    ['claim', String(claim)],
  ];
  const event = [0, bytesToHex(bytesOf(key)), Math.floor(claim / 1000), AUTHENTICATION, tags, ''];
  return Uint8Array.from(sha256(utf8ToBytes(JSON.stringify(event))));
}
