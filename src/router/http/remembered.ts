/**
 * A small cache for answers that are asked for all the time and change slowly: each is made once in a while, however
 * many ask.
 */
type Remembered<T> = (key: string, mark: () => string, make: () => T) => T;

type Times = {
  /** A value is used for at most this long, in milliseconds. */
  readonly keepMs: number;
  /**
   * At least this long, in milliseconds, lies between two values, whatever their keys, so that neither frequent changes
   * nor many keys cause frequent work.
   */
  readonly leastMs: number;
  /** While others are made all the time, a value may become this old, in milliseconds. */
  readonly staleMs: number;
};

/**
 * Gives the value of `key`, and calls `make` for a new one when the old one is too old, or `mark` has changed since. Nothing
 * is kept when `make` throws. Keys must be few: they are never forgotten, and the first value of each is made at once.
 */
export function remembered<T>(
  { keepMs, leastMs, staleMs }: Times,
  now: () => number = () => performance.now(),
): Remembered<T> {
  const kept = new Map<string, { readonly at: number; readonly mark: string; readonly value: T }>();
  let lastMade = Number.NEGATIVE_INFINITY;
  return (key, markOf, make) => {
    const known = kept.get(key);
    const age = known === undefined ? Number.POSITIVE_INFINITY : now() - known.at;
    if (known !== undefined && age < staleMs && now() - lastMade < leastMs) return known.value;
    const mark = markOf();
    if (known !== undefined && age < keepMs && known.mark === mark) return known.value;
    const value = make();
    lastMade = now();
    kept.set(key, { at: lastMade, mark, value });
    return value;
  };
}
