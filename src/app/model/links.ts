/** Addresses within a text that somebody has written. Pure. */

/** `href`: only for an address that may be opened, and as a browser would understand it. */
export type TextPart = { readonly text: string; readonly href?: string };

/**
 * Only what is written out in letters that every alphabet has: Japanese puts no space behind an address, and letters that
 * look like others are how one address passes for another.
 */
const ADDRESS = /\bhttps?:\/\/[\x21\x23-\x3b\x3d\x3f-\x5b\x5d\x5f\x61-\x7a\x7e]+/giu;
/** Belongs to the sentence around it. */
const END = /[.,;:!?'*)\]]+$/u;
const PAIRS: Readonly<Record<string, string>> = { ')': '(', ']': '[' };
/** Goes on in letters that could be those of the address: written together, they are one that is none of ours. */
const GOES_ON = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}]/u;

/** The text in pieces, of which each address that can be opened is one. Joined they are the text again. */
export function partsOf(text: string): readonly TextPart[] {
  const parts: TextPart[] = [];
  let at = 0;
  for (const { 0: found, index } of text.matchAll(ADDRESS)) {
    const address = withoutEnd(found);
    const href = GOES_ON.test(text.slice(index + found.length)) ? undefined : hrefOf(address);
    if (href === undefined) continue;
    if (index > at) parts.push({ text: text.slice(at, index) });
    parts.push({ text: address, href });
    at = index + address.length;
  }
  if (at < text.length) parts.push({ text: text.slice(at) });
  return parts;
}

/** A bracket that was opened within the address is part of it. */
function withoutEnd(found: string): string {
  const end = END.exec(found)?.[0] ?? '';
  let address = found.slice(0, found.length - end.length);
  for (const letter of end) {
    const opening = PAIRS[letter];
    if (opening === undefined || address.split(opening).length <= address.split(letter).length) break;
    address += letter;
  }
  return address;
}

/** With a name before the `@` an address seems to lead where it does not: that is no link here. */
function hrefOf(address: string): string | undefined {
  try {
    const { href, protocol, username, password } = new URL(address);
    const isPlain = (protocol === 'http:' || protocol === 'https:') && username === '' && password === '';
    return isPlain ? href : undefined;
  } catch {
    return undefined;
  }
}
