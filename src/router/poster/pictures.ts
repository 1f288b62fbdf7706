/**
 * The four pictures of the poster, 160 by 104. Lines only, so that any printer prints them. What matters is not only red but
 * also thicker, for printers without colour. No words, gestures or faces, so that they mean the same everywhere.
 */
import { type Html, html } from '../pages/html.ts';

const svg = (...lines: readonly Html[]): Html =>
  html`<svg class="picture" viewBox="0 0 160 104" aria-hidden="true">${lines}</svg>`;

/** A phone of 52 by 92 with its top left corner at x. */
const phone = (x: number, screen: Html): Html =>
  html`<g transform="translate(${x} 6)"><rect class="body" width="52" height="92" rx="9"/><path d="M20 84h12"/>${screen}</g>`;
/** A person of 40 by 44, by the top left corner. */
const person = (x: number, y: number): Html =>
  html`<g transform="translate(${x} ${y})"><circle class="body" cx="20" cy="11" r="10"/><path class="body" d="M1 44c0-13 7-19 19-19s19 6 19 19Z"/></g>`;
/** A photograph of 32 by 26: a mountain and the sun. */
const photo = (x: number, y: number): Html =>
  html`<g transform="translate(${x} ${y})"><rect class="body" width="32" height="26" rx="3"/><circle cx="10" cy="8" r="3"/><path d="m3 22 10-9 6 5 5-6 6 7"/></g>`;
const arrow = (x: number, y: number): Html => html`<path class="hot" d="M${x} ${y}h26m-9-9 9 9-9 9"/>`;

export const PICTURES: readonly Html[] = [
  // A router on the left; its waves reach a phone, which shows them.
  svg(
    html`<rect class="body" x="6" y="66" width="60" height="24" rx="5"/><path d="M18 66V34M54 66V34M16 78h4M28 78h4"/>`,
    html`<path class="hot" d="M76 42c7 8 7 20 0 28M86 34c12 13 12 31 0 44"/>`,
    phone(
      104,
      html`<path class="hot" d="M12 36c8-8 20-8 28 0M18 44c5-5 11-5 16 0"/><circle cx="26" cy="51" r="2.5"/><path d="m17 66 6 6 12-13"/>`,
    ),
  ),
  // A phone looks at a code; a page with an address opens in it.
  svg(
    html`<g class="body"><rect x="6" y="24" width="56" height="56" rx="4"/></g>`,
    html`<path d="M14 32h14v14H14zM40 32h14v14H40zM14 58h14v14H14zM40 58h5v5h-5zM49 67h5v5h-5z"/>`,
    html`<path class="hot" d="M1 32V19h13M67 32V19H54M1 72v13h13M67 72v13H54"/>`,
    arrow(72, 52),
    phone(
      106,
      html`<rect class="hot" x="7" y="13" width="38" height="12" rx="6"/><path d="M10 36h32M10 46h32M10 56h20"/>`,
    ),
  ),
  // A photograph in a phone goes to a person.
  svg(phone(6, html`${photo(10, 18)}<path d="M11 56h30M11 66h20"/>`), arrow(66, 52), person(108, 30)),
  // A person's phone: a photograph comes in from above, the thick button takes it.
  svg(
    person(28, 36),
    phone(
      78,
      html`${photo(10, 12)}<path d="M26 42v11m-6-6 6 7 6-7"/><rect class="hot" x="7" y="60" width="38" height="17" rx="6"/><path class="hot" d="m20 68 4.5 4.5 8-9"/>`,
    ),
  ),
];
