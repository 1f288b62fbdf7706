/** The page that explains how to trust this router, as HTML without scripts. Pure. */

import { addressParts } from '../pages/address.ts';
import { type Page, page } from '../pages/answer.ts';
import { framed, ICON } from '../pages/frame.ts';
import { type Html, html, joined, type Part } from '../pages/html.ts';
import type { Language } from '../pages/language.ts';
import { MARK } from '../pages/mark.ts';
import type { Authority } from './authority.ts';
import { DICTIONARIES } from './dictionaries.ts';
import { SYSTEMS, type System } from './system.ts';
import type { TrustWords } from './words.ts';

export const TRUST_STYLE_PATH = '/trust.css';

export type TrustFacts = {
  readonly language: Language;
  /** The section to show first, opened. */
  readonly system: System | undefined;
  /** The secure address; absent when HTTPS is off. */
  readonly url?: string;
  /** Absent with an operator's certificate. */
  readonly authority?: Authority;
};

export function trustPage(facts: TrustFacts): Page {
  const { language } = facts;
  const words = DICTIONARIES[language];
  const frame = { language, title: `${words.title} – Hikyaku`, style: TRUST_STYLE_PATH, head: html`\n${ICON}` };
  const body = html`${masthead(language)}
<main>
${main(facts, words)}
</main>
<footer><a href="/">${words.back}</a></footer>`;
  return page(framed(frame, body), { language });
}

function main({ url, authority, system }: TrustFacts, words: TrustWords): Html {
  if (url === undefined) return sign(words, html`<p>${words.off}</p>`);
  if (authority === undefined) return sign(words, html`<p>${words.known}</p>${openButton(url, words)}`);
  const host = html`<b class="host">${authority.hostname}</b>`;
  const reasons = words.whyList.map((reason) => joined(reason.split('{name}'), host));
  return html`${sign(words, html`${address(url)}<p>${words.notNeeded}</p>`)}
<section class="gains"><h2>${words.gains}</h2><ul>${items(words.gainList)}</ul></section>
<section><h2>${words.how}</h2>
${systemsInOrder(system).map((one) => systemSection(one, one === system, words))}
</section>
<section class="card"><h2>${words.finally}</h2>
${openButton(url, words)}
<p class="hint">${words.refused}</p></section>
<section><h2>${words.why}</h2><ul>${items(reasons)}</ul></section>
<section class="card"><h2>${words.compare}</h2>
<p class="fingerprint" translate="no">${fingerprint(authority)}</p>
<p class="hint">${words.compareHelp}</p></section>`;
}

/** Like the sign of a station, as in the app: the title, and the line on which it lies. */
function sign(words: TrustWords, below: Html): Html {
  return html`<section class="sign"><h1>${words.title}</h1><div class="line"></div>${below}</section>`;
}

function systemSection(system: System, open: boolean, words: TrustWords): Html {
  const { name, download, steps, remove } = words.systems[system];
  const file = system === 'apple' ? '/ca.mobileconfig' : '/ca.crt';
  return html`<details${open && html` open`}><summary>${name}</summary>
<p><a class="button" href="${file}">${DOWNLOAD}${download}</a></p>
<ol>${items(steps)}</ol>
<p class="remove"><b>${words.removing}</b> ${remove}</p>
</details>
`;
}

/** The visitor's own system first. */
function systemsInOrder(system: System | undefined): readonly System[] {
  return [...SYSTEMS].sort((a, b) => Number(b === system) - Number(a === system));
}

function masthead(current: Language): Html {
  const links = Object.entries(DICTIONARIES).map(([tag, { language }]) =>
    tag === current
      ? html`<b lang="${tag}">${language}</b>`
      : html`<a lang="${tag}" hreflang="${tag}" href="/trust?lang=${tag}">${language}</a>`,
  );
  return html`<header><a class="brand" href="/">${MARK}Hikyaku</a><nav>${links}</nav></header>`;
}

const items = (texts: readonly Part[]): Part => texts.map((text) => html`<li>${text}</li>`);

function address(url: string): Html {
  return html`<p class="address" translate="no">${addressParts(url)}</p>`;
}

function openButton(url: string, words: TrustWords): Html {
  return html`${address(url)}<p><a class="button primary" href="${url}">${words.open}</a></p>`;
}

/** Four pairs at a time, to be compared by eye. */
function fingerprint({ fingerprint: text }: Authority): Part {
  const pairs = text.split(':');
  const groups = Array.from({ length: pairs.length / 4 }, (_, n) => pairs.slice(n * 4, n * 4 + 4).join(' '));
  return joined(
    groups.map((group) => html`<span>${group}</span>`),
    ' ',
  );
}

const DOWNLOAD = html`<svg viewBox="0 0 24 24" aria-hidden="true"><path d="M12 3v11M7 9.5l5 5 5-5M4 16.5V20h16v-3.5"/></svg>`;
