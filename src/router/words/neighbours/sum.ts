/** What a router holds, in a few letters: equal where two routers hold the same. A liar gains nothing by it. */
import type { Item } from '../../../words/holding.ts';

/** Twelve hexadecimal digits of each id: as much as adds up exactly. */
const SUM_DIGITS = 12;
const SUM_MODULUS = 16 ** SUM_DIGITS;

export function sumOf(items: readonly Item[]): string {
  let sum = 0;
  for (const { id } of items) sum = (sum + Number.parseInt(id.slice(0, SUM_DIGITS), 16)) % SUM_MODULUS;
  return `${items.length}-${sum.toString(16).padStart(SUM_DIGITS, '0')}`;
}
