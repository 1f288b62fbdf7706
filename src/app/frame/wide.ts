/** Whether the screen has room for two columns; the same border as in `styles/base.css`. */
import { type ReadonlySignal, signal } from '@preact/signals';

const query = matchMedia('(min-width: 58rem)');
const wide = signal(query.matches);
query.addEventListener('change', () => {
  wide.value = query.matches;
});

/** True on wide screens: tabs stand at the top, and choosing beside the people. On others both are within a thumb's reach. */
export const isWide: ReadonlySignal<boolean> = wide;
