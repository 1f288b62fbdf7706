/**
 * Names come from strangers. Characters that are invisible or that reorder text (so that `gpj.exe` looks like
 * `exe.jpg`, UTR #36) are written out instead of being obeyed. Joiners stay: emoji and Persian need them.
 */
const HIDDEN = /[\p{Cc}\p{Cs}\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/gu;

export function shownName(name: string): string {
  return name.replace(HIDDEN, (character) => {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x20) return String.fromCodePoint(0x2400 + code); // control pictures: ␀ ␉ ␊ ...
    return `[U+${code.toString(16).toUpperCase().padStart(4, '0')}]`;
  });
}

/** A name within a text, isolated so that it cannot change the direction of other letters (U+2068, U+2069). */
export function isolated(name: string): string {
  return `\u2068${shownName(name)}\u2069`;
}
