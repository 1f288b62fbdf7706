/** The part of a file that is asked for (RFC 9110 section 14). One range alone: browsers ask for no more. */

export type Range = { readonly from: number; readonly to: number };

const RANGE = /^bytes=(\d{0,15})-(\d{0,15})$/;

/**
 * From byte `from` on, up to and without byte `to`. `all` where nothing of that kind is asked for, or several ranges are;
 * `undefined` where no byte of `size` is in it.
 */
export function rangeIn(header: string | undefined, size: number): Range | 'all' | undefined {
  const [, first = '', last = ''] = RANGE.exec(header ?? '') ?? [];
  if (first === '' && last === '') return 'all';
  if (first === '')
    return size === 0 || Number(last) === 0 ? undefined : { from: Math.max(0, size - Number(last)), to: size };
  const range = { from: Number(first), to: last === '' ? size : Math.min(size, Number(last) + 1) };
  return range.from < range.to ? range : undefined;
}
