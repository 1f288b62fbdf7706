/** What is asked for all the time and changes slowly: made once in a while, whoever asks and however often. */
export type Remembered<T> = (key: string, mark: string, make: () => T) => T;

/**
 * What was made for a key is given for `keepMs` milliseconds, unless `mark` is another one than when it was made. What throws
 * is made again. Keys must be few: they are never forgotten.
 */
export function remembered<T>(keepMs: number, now: () => number = () => performance.now()): Remembered<T> {
  const kept = new Map<string, { readonly at: number; readonly mark: string; readonly value: T }>();
  return (key, mark, make) => {
    const known = kept.get(key);
    if (known !== undefined && known.mark === mark && now() - known.at < keepMs) return known.value;
    const value = make();
    kept.set(key, { at: now(), mark, value });
    return value;
  };
}
