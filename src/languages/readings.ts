/** Readings of kanji as the texts of easy Japanese have them: in brackets behind the kanji, `送[おく]る`. Pure. */

/** Only kanji stand in front of a bracket. Groups: the kanji, their reading. */
export const READING = /(\p{Script=Han}+)\[([^\]]+)\]/u;

const EVERY_READING = new RegExp(READING, 'gu');

/** For where no ruby can stand: titles, labels, pictures. */
export function withoutReadings(text: string): string {
  return text.replace(EVERY_READING, '$1');
}
