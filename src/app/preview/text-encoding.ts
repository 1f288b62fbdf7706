/** Detects the encoding of a text file. Lists and notices of offices in Japan often come in Shift_JIS. */

/** Encodings that every browser reads (WHATWG Encoding) and people here meet. The names are those of `TextDecoder`. */
export const ENCODINGS = [
  'utf-8',
  'shift_jis',
  'euc-jp',
  'iso-2022-jp',
  'utf-16le',
  'utf-16be',
  'gb18030',
  'big5',
  'euc-kr',
  'windows-1252',
] as const;
export type Encoding = (typeof ENCODINGS)[number];

/**
 * Share of zero bytes above which a file without a byte order mark counts as UTF-16 text. In Western text it is a half.
 */
const UTF16_ZEROS = 0.2;
/**
 * The mark that old programs put after the last character of a text (CP/M, MS-DOS); lists of offices in Japan still
 * have it.
 */
const END_OF_TEXT = 0x1a;
/** Control characters that occur in text: tab, line feed, vertical tab, form feed, return, and the escape of ISO-2022. */
const TEXT_CONTROLS = [0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x1b];
/** Characters that EUC-JP read as Shift_JIS produces: half-width katakana, and characters outside the standard. */
const UNLIKELY = /[\uff61-\uff9f\ue000-\uf8ff]/gu;

/**
 * The encoding, or `undefined` for a file that is not text. `isWhole`: `bytes` are complete, so no character is cut at
 * the end.
 */
export function encodingOf(bytes: Uint8Array, isWhole: boolean): Encoding | undefined {
  const head = isWhole ? withoutEnd(bytes) : bytes;
  const [first, second, third] = head;
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const zeros = [0, 0];
  let isPlain = true;
  for (const [index, byte] of head.entries()) {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
    else if (byte < 0x20 && !TEXT_CONTROLS.includes(byte)) isPlain = false;
  }
  const [even = 0, odd = 0] = zeros;
  if (isPlain && odd > head.length * UTF16_ZEROS && even === 0) return 'utf-16le';
  if (isPlain && even > head.length * UTF16_ZEROS && odd === 0) return 'utf-16be';
  if (!isPlain || even + odd > 0) return undefined;
  return hasEscape(head) ? 'iso-2022-jp' : multibyte(head, isWhole);
}

/** Removes what was put after the end: one mark, or a block filled with them. */
function withoutEnd(bytes: Uint8Array): Uint8Array {
  let end = bytes.length;
  while (end > 0 && bytes[end - 1] === END_OF_TEXT) end -= 1;
  return bytes.subarray(0, end);
}

/** ISO-2022-JP (RFC 1468) switches to Japanese with ESC `$` `@` or ESC `$` `B`. */
function hasEscape(head: Uint8Array): boolean {
  for (let at = head.indexOf(0x1b); at >= 0; at = head.indexOf(0x1b, at + 1))
    if (head[at + 1] === 0x24 && (head[at + 2] === 0x40 || head[at + 2] === 0x42)) return true;
  return false;
}

function multibyte(head: Uint8Array, isWhole: boolean): Encoding {
  if (decoded(head, 'utf-8', isWhole) !== undefined) return 'utf-8';
  const shiftJis = decoded(head, 'shift_jis', isWhole);
  const eucJp = decoded(head, 'euc-jp', isWhole);
  if (eucJp !== undefined && (shiftJis === undefined || unlikely(eucJp) < unlikely(shiftJis))) return 'euc-jp';
  return shiftJis === undefined ? 'windows-1252' : 'shift_jis';
}

const unlikely = (text: string): number => text.match(UNLIKELY)?.length ?? 0;

/** The text, or `undefined` when it is not in this encoding. */
function decoded(bytes: Uint8Array, encoding: Encoding, isWhole: boolean): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: !isWhole });
  } catch {
    return undefined; // a TypeError means an invalid byte
  }
}
