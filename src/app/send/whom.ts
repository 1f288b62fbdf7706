/** Several people in one line of text: all of a few, or the first two and how many more. */

import type { LateText } from '../i18n/context.ts';
import { fill } from '../i18n/format.ts';
import { isolated } from '../model/shown-name.ts';
import { labelOf, type Somebody } from '../people/standing.ts';
import { type Acquainted, spokenOf } from '../pieces/people.ts';

/** So many names can be read in the four seconds that a wrong one can be undone. */
export const FEW = 3;
const NAMED_OF_MANY = 2;

/** "to 38 people: 受付, さとう and 36 more". A few are named with their marks where `speaks`: many would be a long speech. */
export function toPeople(all: readonly Somebody[], people: Acquainted, text: LateText, speaks = false): string {
  const { words, format } = text;
  const { namesAndMore, toPeople: to } = words;
  const few = all.length <= FEW;
  const called = (one: Somebody) => (speaks && few ? spokenOf(people, one, words) : isolated(labelOf(people, one)));
  const names = format.list(all.slice(0, few ? FEW : NAMED_OF_MANY).map(called));
  const whom = few ? names : fill(format.count(namesAndMore, all.length - NAMED_OF_MANY), { names });
  return fill(format.count(to, all.length), { names: whom });
}
