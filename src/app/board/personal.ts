/** Whether what is about to be read by everybody looks like a list of people. It only asks: a table of hours may look like one. Pure. */
import { sortOf } from '../../transfer/media-type.ts';

/** Two lines may be anything. */
const MANY = 3;
/** As many digits as a telephone has, with what people write between them. */
const PHONE = /(?:\+|\b)\d(?:[\s().-]?\d){8,13}\b/u;
/** Years in which people are born whose birthday is written down, in three ways to count them. */
const BIRTH =
  /\b(?:19\d\d|20[01]\d)\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}|\b\d{1,2}[-/.]\d{1,2}[-/.](?:19\d\d|20[01]\d)\b|(?:明治|大正|昭和|平成|[MTSH])\s?(?:\d{1,2}|元)\s?[年.]/u;
/** Letters on both sides of at least two separators: a line with cells. */
const CELLS = /\p{L}.*(?:[,、，;|\t].*){2}/u;

export function isPersonal(text: string, names: readonly string[]): boolean {
  if (names.some((name) => sortOf(name) === 'table')) return true;
  const lines = text.normalize('NFKC').split('\n');
  const count = (shape: RegExp): number => lines.filter((line) => shape.test(line)).length;
  return count(BIRTH) >= 2 || count(PHONE) >= 2 || count(CELLS) >= MANY || count(/\t.*\S/u) >= MANY;
}
