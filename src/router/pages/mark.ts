/**
 * The product's mark: a letter box on a pole, carried at a run. A test compares it with public/favicon.svg and the
 * app's.
 */
import { html } from './html.ts';

export const MARK = html`<svg class="mark" viewBox="0 0 32 32" aria-hidden="true"><rect width="32" height="32" rx="7" fill="#b5301a"/><path d="M5 23.5 27 9.5" stroke="#fff" stroke-width="2.6" stroke-linecap="round"/><path d="m12.2 13.2 8.9-5.7 4.3 6.7-8.9 5.7z" fill="#fff" stroke="#b5301a" stroke-width="1.4" stroke-linejoin="round"/></svg>`;
