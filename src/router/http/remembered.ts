/**
 * A small cache for answers that are asked for all the time and change slowly: each is made once in a while, however
 * many ask.
 */
type Remembered<T> = (key: string, mark: () => string, make: () => T) => T;

type Times = {
  /** A value is used for at most this long, in milliseconds. */
  readonly keepMs: number;
  /** A value is used for at least this long, in milliseconds, so that frequent changes do not cause frequent work. */
  readonly leastMs: number;
};

/**
 * Gives the value of `key`, and calls `make` for a new one when the old one is too old, or is older than `leastMs` and `mark`
 * has changed since. Nothing is kept when `make` throws. Keys must be few: they are never forgotten.
 */
export function remembered<T>({ keepMs, leastMs }: Times, now: () => number = () => performance.now()): Remembered<T> {
  const kept = new Map<string, { readonly at: number; readonly mark: string; readonly value: T }>();
  return (key, markOf, make) => {
    const known = kept.get(key);
    const age = known === undefined ? Number.POSITIVE_INFINITY : now() - known.at;
    if (known !== undefined && age < leastMs) return known.value;
    const mark = markOf();
    if (known !== undefined && age < keepMs && known.mark === mark) return known.value;
    const value = make();
    kept.set(key, { at: now(), mark, value });
    return value;
  };
}
