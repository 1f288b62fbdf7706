/**
 * What the QR code of a person says: `hikyaku:`, the whole key, and four characters from which it shows that nothing was
 * misread or made up by hand. Pure.
 */
import { toBase64url } from '../../protocol/base64url.ts';
import { bytesOf, type PublicKey, publicKeyFrom, taggedHash } from '../../protocol/keys.ts';

const SCHEME = 'hikyaku:';
const KEY_LENGTH = 43;
const CHECK_BYTES = 3;

const checkOf = (key: PublicKey): string =>
  toBase64url(taggedHash('hikyaku/person code', bytesOf(key)).subarray(0, CHECK_BYTES));

export const codeOfPerson = (key: PublicKey): string => `${SCHEME}${key}${checkOf(key)}`;

/** The key in a code; `undefined` for any other text. */
export function personInCode(text: string): PublicKey | undefined {
  const said = text.slice(SCHEME.length);
  const key = publicKeyFrom(said.slice(0, KEY_LENGTH));
  return key !== undefined && text === codeOfPerson(key) ? key : undefined;
}
