/** Suggests the flag that somebody meant who misspelt it. */
import { FLAGS } from './flags.ts';

/** In words: the flag that differs from `name` by at most two letters, or where the flags are listed. */
export function suggestion(name: string): string {
  const near = Object.keys(FLAGS).find((known) => distance(known, name) <= 2);
  return near === undefined ? '--help lists them' : `did you mean --${near}?`;
}

/** Levenshtein distance. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const substitute = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(substitute, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
