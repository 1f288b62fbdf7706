/** What is asked for all the time and changes slowly: made once in a while, whoever asks and however often. */
export type Remembered<T> = (key: string, mark: () => string, make: () => T) => T;

export type Times = {
  /** How long what was made for a key is given at most, in milliseconds. */
  readonly keepMs: number;
  /** How long it is given whatever has changed, so that whoever makes changes makes no work of it, in milliseconds. */
  readonly leastMs: number;
};

/**
 * What was made for a key is given for a while, and after `leastMs` only while `mark` is the same as when it was made. What
 * throws is made again. Keys must be few: they are never forgotten.
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
