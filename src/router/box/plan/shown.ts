/** Names of any script and any intent, on a terminal. Pure. */

/** In quotes; what shows nothing or turns the line around is shown as its number. */
export const shown = (name: string): string => `"${name.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, numbered)}"`;

const numbered = (character: string): string => `\\u{${character.codePointAt(0)?.toString(16)}}`;

/** Columns of a terminal: East Asian letters and pictures take two (Unicode TR 11), marks and joiners none. */
export const columns = (text: string): number =>
  [...text].reduce((sum, character) => {
    if (/\p{M}/u.test(character)) return sum;
    return sum + (WIDE.test(character) ? 2 : 1);
  }, 0);

const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}\u3000-\u303f\uff01-\uff60\uffe0-\uffe6]/u;
