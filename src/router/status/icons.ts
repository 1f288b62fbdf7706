/** Small signs that stand beside words, hidden from screen readers. Each state has a shape of its own, not a colour alone. */

import { type Html, html } from '../pages/html.ts';
import type { Level } from './findings.ts';

const SHAPES: Readonly<Record<Level, Html>> = {
  note: html`<circle cx="12" cy="12" r="10.5"/><path d="m7 12.5 3.5 3.5 6.5-7.5"/>`,
  warn: html`<path class="shape" d="M12 2.5 23 21.5H1Z"/><path d="M12 9v6M12 18v.5"/>`,
  stop: html`<path class="shape" d="M7.5 1.5h9l6 6v9l-6 6h-9l-6-6v-9Z"/><path d="M12 6.5v7M12 17v.5"/>`,
};

export const levelIcon = (level: Level): Html =>
  html`<svg class="light ${level}" viewBox="0 0 24 24" aria-hidden="true" focusable="false">${SHAPES[level]}</svg>`;

/** For a finding that is nothing to worry about. */
export const infoIcon = (): Html =>
  html`<svg class="light info" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><circle cx="12" cy="12" r="10.5"/><path d="M12 11v6M12 7v.5"/></svg>`;
