/**
 * How a group is told from person to person: twelve characters that can be said on the telephone, typed with cold fingers
 * and put into a link. Crockford's base 32 has no I, L, O and U; who types one of the first three means 1, 1 and 0.
 */

/** Twelve characters of `ALPHABET`: 60 random bits. */
export type GroupCode = string & { readonly __brand: 'GroupCode' };

/** https://www.crockford.com/base32.html */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const CODE_LENGTH = 12;
const CODE = new RegExp(`^[${ALPHABET}]{${CODE_LENGTH}}$`);

/** Random bytes that `newCode` needs. */
export const CODE_BYTES = CODE_LENGTH;

/** `random`: that many random bytes, of which five bits each are used. */
export function newCode(random: Uint8Array): GroupCode {
  return [...random.subarray(0, CODE_LENGTH)].map((byte) => ALPHABET[byte % ALPHABET.length]).join('') as GroupCode;
}

/**
 * What somebody typed, or what stood in a link, as a code; `undefined` when it is none. Small letters, full-width ones (a
 * Japanese keyboard), spaces and hyphens of any kind do no harm.
 */
export function typedCode(typed: string): GroupCode | undefined {
  const plain = typed.normalize('NFKC').toUpperCase();
  const code = plain
    .replaceAll(/[\s\p{Dash_Punctuation}ー−]/gu, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
  return CODE.test(code) ? (code as GroupCode) : undefined;
}

/** For people: in three parts of four. */
export const spacedCode = (code: GroupCode): string => code.replaceAll(/.{4}(?=.)/g, '$&-');
