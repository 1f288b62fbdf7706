/** Several people in one line of text: all of a few, or the first two and how many more. */

import type { LateText } from '../i18n/context.ts';
import { fill } from '../i18n/format.ts';
import { isolated } from '../model/shown-name.ts';
import { labelOf, type Somebody } from '../people/standing.ts';
import { type Acquainted, spokenOf } from '../pieces/people.ts';

/** So many names can be read in the four seconds that a wrong one can be undone. */
export const FEW = 3;
const NAMED_OF_MANY = 2;

/** "受付, さとう and 36 more". A few are named with their marks: of many that would be a long speech. */
export function namesOf(all: readonly Somebody[], people: Acquainted, text: LateText): string {
  const { words, format } = text;
  return all.length > FEW ? labelsOf(all, people, text) : format.list(all.map((one) => spokenOf(people, one, words)));
}

function labelsOf(all: readonly Somebody[], people: Acquainted, { words, format }: LateText): string {
  const shown = all.slice(0, all.length > FEW ? NAMED_OF_MANY : FEW);
  const names = format.list(shown.map((one) => isolated(labelOf(people, one))));
  const more = all.length - shown.length;
  return more > 0 ? fill(format.count(words.namesAndMore, more), { names }) : names;
}

/** "to 受付, さとう". */
export function toNames(all: readonly Somebody[], people: Acquainted, text: LateText): string {
  const names = namesOf(all, people, text);
  const { to, toSeveral } = text.words;
  return all.length > 1 ? fill(toSeveral, { names }) : fill(to, { name: names });
}

/** "to 38 people: 受付, さとう and 36 more". */
export function toPeople(all: readonly Somebody[], people: Acquainted, text: LateText): string {
  const { words, format } = text;
  return fill(format.count(words.toPeople, all.length), { names: labelsOf(all, people, text) });
}
