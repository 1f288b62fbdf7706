/** True when the person wants to see the events of this page: by `?debug` in its address, or at its sign. */
import { type Signal, signal } from '@preact/signals';

/** Read at once: the address is cleaned when the page has seen what it was opened for. */
export const isReporting: Signal<boolean> = signal(new URLSearchParams(location.search).has('debug'));
