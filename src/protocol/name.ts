/**
 * The form in which names of people's devices and of routers travel and are shown. A name is what a stranger says about
 * itself, so it must be visible, must not reach over other lines, and must not look like what the app itself says about
 * somebody. Router and page use the same rules. Names that look alike are another matter (`app/people/look-alike.ts`).
 */
import { MAX_NAME_LENGTH } from './limits.ts';

/**
 * Characters that show nothing, reorder text, or mean something only in one maker's font: controls, formats, halves of
 * characters, private use, and all that Unicode tells a renderer to leave out (fillers such as U+3164 and U+FFA0,
 * variation selectors, tags). U+2800 is a Braille pattern without a dot, U+1D159 a note without a head. U+FFFC stands
 * for an object that is not there.
 */
const SHOWS_NOTHING = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Default_Ignorable_Code_Point}\u2028\u2029\u2800\ufffc\u{1d159}]/u;

/**
 * Signs that people read as "checked" or "safe", which only the app may say: check marks, boxes with them, the square
 * root that is used as one, locks, keys, shields, buttons "OK".
 */
const LOOKS_CHECKED =
  /[\u2713\u2714\u2705\u2611\u237b\u221a\u{1f5f8}\u{1f5f9}\u{1fbb1}\u{1f50f}-\u{1f513}\u{1f511}\u{1f5dd}\u{1f6e1}\u{1f197}]/u;

/** A picture with two digits is how the app itself tells people apart (`app/model/mark.ts`). */
const LOOKS_LIKE_A_MARK = /\p{Extended_Pictographic}(?=[\p{Emoji_Modifier}\s]*\d\d(?!\d))/gu;

/** Marks that fit on any letter may stand here twice (Vietnamese, Arabic), those of one script four times (Burmese). */
const MAX_FOREIGN_MARKS = 2;
const MAX_MARKS = 4;

/** More rounds than any real name needs; a hostile name must come to an end, too. */
const MAX_ROUNDS = 16;

/** Joiners that change a letter's form, where a script needs them: Persian, and after a virama in the scripts of India. */
const JOINER = /[\u200c\u200d]/u;
const JOINS = /[\p{Script=Arabic}\u094d\u09cd\u0a4d\u0acd\u0b4d\u0bcd\u0c4d\u0ccd\u0d4d\u0dca]/u;

/**
 * A name in its clean form, cut at a whole character; empty when nothing of it can be seen. Compatible forms are
 * unified (NFKC), white space is folded, piles of marks are cut, and characters that show nothing or imitate a sign of
 * the app are dropped.
 */
export function cleanName(raw: string): string {
  return cleanLine(raw, MAX_NAME_LENGTH);
}

/** A line of text that somebody says about what they send, in the same form; `most`: its longest, in UTF-16 code units. */
export function cleanLine(raw: string, most: number): string {
  let line = raw;
  // Dropping a character may bring two others together that compose to something else.
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const cleaner = cleanOnce(line, most);
    if (cleaner === line) return line;
    line = cleaner;
  }
  return '';
}

function cleanOnce(raw: string, most: number): string {
  const unified = raw
    .normalize('NFKC')
    .replace(/([\u0e4d\u0ecd])([\u0e32\u0eb2])/gu, (pair) => (pair === '\u0e4d\u0e32' ? '\u0e33' : '\u0eb3'))
    .replace(LOOKS_LIKE_A_MARK, ' ');
  let clean = '';
  /** The last character that was kept, and the marks on the last letter. */
  let last = '';
  let marks: readonly string[] = [];
  for (const character of unified) {
    const kept = part(character, last, marks);
    if (kept === '' || (kept === ' ' && (last === ' ' || last === ''))) continue;
    if (clean.length + kept.length > most) break;
    clean += kept;
    marks = isMark(kept) ? [...marks, kept] : JOINER.test(kept) ? marks : [];
    last = kept;
  }
  return clean.replace(/[ \u200c\u200d]+$/u, '');
}

/** What becomes of one character behind `last`: itself, a space, or nothing. */
function part(character: string, last: string, marks: readonly string[]): string {
  if (/\s|[\p{Cc}\p{Cs}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]/u.test(character)) return ' ';
  if (JOINER.test(character)) return JOINS.test(last) ? character : '';
  if (SHOWS_NOTHING.test(character) || LOOKS_CHECKED.test(character)) return '';
  if (/\p{Me}/u.test(character)) return ''; // encloses its letter, and the letters beside it
  if (!isMark(character)) return character;
  const isForeign = (mark: string): boolean => /\p{Script=Inherited}/u.test(mark);
  const isTooMany = isForeign(character)
    ? marks.filter(isForeign).length >= MAX_FOREIGN_MARKS
    : marks.includes(character);
  return last === '' || last === ' ' || marks.length >= MAX_MARKS || isTooMany ? '' : character;
}

function isMark(character: string): boolean {
  return /^\p{M}$/u.test(character);
}
