/** The order in which people look for names: `img2` before `img10`, small and capital letters together. */

/** Longer lists stay as they came: sorting a hundred thousand names takes a small phone seconds. */
const MAX_SORTED = 20_000;

/** Folders within folders that are told apart: a path of slashes alone would be thousands of names. */
const MAX_DEPTH = 64;

const collators = new Map<string, Intl.Collator>();

function collatorOf(locale: string): Intl.Collator {
  const known = collators.get(locale) ?? new Intl.Collator(locale, { numeric: true });
  collators.set(locale, known);
  return known;
}

/**
 * Negative when `a` comes before `b`. Names that differ only in ways that the language does not count (`01` and `1`) have
 * an order as well: by their code units. `locale`: the person's language (BCP 47).
 */
export function compareNames(a: string, b: string, locale: string): number {
  const order = collatorOf(locale).compare(a, b);
  if (order !== 0 || a === b) return order;
  return a < b ? -1 : 1;
}

/** `items` by their paths, folder by folder: what lies in `a` comes before what lies in `a b`. */
export function inNaturalOrder<T>(items: readonly T[], pathOf: (item: T) => string, locale: string): readonly T[] {
  if (items.length > MAX_SORTED) return items;
  const split = items.map((item) => ({ item, segments: pathOf(item).split('/', MAX_DEPTH) }));
  return split.sort((a, b) => compareSegments(a.segments, b.segments, locale)).map(({ item }) => item);
}

function compareSegments(a: readonly string[], b: readonly string[], locale: string): number {
  const common = Math.min(a.length, b.length);
  for (let at = 0; at < common; at += 1) {
    const order = compareNames(a[at] ?? '', b[at] ?? '', locale);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}
