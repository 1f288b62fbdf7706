/** A long list grows by pages: ten thousand rows at once would keep a phone busy for seconds. */
import { useSignal } from '@preact/signals';
import type { ComponentChild } from 'preact';
import { useLateText } from '../i18n/context.ts';
import { catchFocusSoon } from './focus.ts';

/**
 * The visible part of `all`, and the button for the next page. `first`: the number of rows at first, at least a page.
 */
export function usePages<T>(
  all: readonly T[],
  page: number,
  first = page,
): { shown: readonly T[]; more: ComponentChild } {
  const { words, format } = useLateText();
  const rows = useSignal(first);
  const hidden = all.length - rows.value;
  const more = hidden > 0 && (
    <button
      class="button quiet"
      type="button"
      onClick={() => {
        rows.value += page;
        catchFocusSoon(); // after the last page
      }}
    >
      {format.count(words.more, hidden)}
    </button>
  );
  return { shown: all.slice(0, rows.value), more };
}
