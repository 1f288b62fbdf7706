/** How a page offers itself in the other languages: a link at its top, which leads to a list at its end. No script. */
import { type Html, html } from './html.ts';
import { type Language, nameOf, OFFERED } from './language.ts';

const GLOBE = html`<svg viewBox="0 0 24 24" aria-hidden="true"><circle cx="12" cy="12" r="9"/><path d="M3 12h18M12 3c-6 5-6 13 0 18 6-5 6-13 0-18"/></svg>`;

/** For the top: the name of the language that is spoken now. */
export const languageSign = (current: Language): Html =>
  html`<a class="language" href="#languages">${GLOBE}${nameOf(current)}</a>`;

/** For the end: every language under its own name. */
export function languageLinks(current: Language, hrefOf: (language: Language) => string): Html {
  return html`<ul class="languages" id="languages">${OFFERED.map(
    (tag) =>
      html`<li><a href="${hrefOf(tag)}" lang="${tag}" hreflang="${tag}"${tag === current && html` aria-current="true"`}>${nameOf(tag)}</a></li>`,
  )}</ul>`;
}

/** Their part of a style sheet. */
export const LANGUAGE_LINKS_CSS = `.language{display:inline-flex;align-items:center;gap:.4rem;min-block-size:3rem;padding-inline:.25rem;color:inherit;font-size:.875rem}
.language svg{flex:none;inline-size:1.25rem;fill:none;stroke:currentcolor;stroke-width:1.75}
.languages{display:flex;flex-wrap:wrap;gap:0 .25rem;margin:0;padding:0;list-style:none}
.languages a{display:inline-flex;align-items:center;min-block-size:3rem;padding-inline:.5rem;font-size:.875rem}
.languages a:lang(my){text-underline-offset:.4em}
.languages a[aria-current]{color:inherit;font-weight:700;text-decoration:none}
`;
