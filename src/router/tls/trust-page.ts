/** The page that explains how to trust this router, as HTML without scripts. Pure. */

import { addressParts } from '../pages/address.ts';
import { type Page, page } from '../pages/answer.ts';
import { framed, ICON } from '../pages/frame.ts';
import { type Html, html, joined, type Part } from '../pages/html.ts';
import { keeping, type Language } from '../pages/language.ts';
import { languageLinks, languageSign } from '../pages/language-links.ts';
import { MARK } from '../pages/mark.ts';
import { type Speech, speechOf } from '../pages/speech.ts';
import type { Authority } from './authority.ts';
import { SYSTEMS, type System } from './system.ts';
import type { TrustWords } from './words.ts';

export const TRUST_STYLE_PATH = '/trust.css';

export type TrustFacts = {
  readonly language: Language;
  /** Asked for by name, so that links keep it. */
  readonly named: boolean;
  /** In this language. */
  readonly words: TrustWords;
  /** The section to show first, opened. */
  readonly system: System | undefined;
  /** The secure address; absent when HTTPS is off. */
  readonly url?: string;
  /** Absent with an operator's certificate. */
  readonly authority?: Authority;
};

export function trustPage(facts: TrustFacts): Page {
  const { language, named, words } = facts;
  const speech = speechOf(language);
  const title = `${speech.plain(words.title)} – Hikyaku`;
  const frame = { language, title, style: TRUST_STYLE_PATH, head: html`\n${ICON}` };
  const app = `/${keeping(language, named)}`;
  const body = html`<header><a class="brand" href="${app}">${MARK}Hikyaku</a>${languageSign(language)}</header>
<main>
${main(facts, speech)}
</main>
<footer><a href="${app}">${speech.say(words.back)}</a>
${languageLinks(language, (one) => `/trust?lang=${one}`)}</footer>`;
  return page(framed(frame, body), { language });
}

function main({ url, authority, system, words }: TrustFacts, { say }: Speech): Html {
  const title = say(words.title);
  if (url === undefined) return sign(title, html`<p>${say(words.off)}</p>`);
  const open = html`${address(url)}<p><a class="button primary" href="${url}">${say(words.open)}</a></p>`;
  if (authority === undefined) return sign(title, html`<p>${say(words.known)}</p>${open}`);
  const name = html`<b class="host">${authority.hostname}</b>`;
  const items = (texts: readonly string[]): Part => texts.map((text) => html`<li>${say(text, { name })}</li>`);
  return html`${sign(title, html`${address(url)}<p>${say(words.notNeeded)}</p>`)}
<section class="gains"><h2>${say(words.gains)}</h2><ul>${items(words.gainList)}</ul></section>
<section><h2>${say(words.how)}</h2>
${systemsInOrder(system).map((one) => systemSection(one, one === system, words, say))}
</section>
<section class="card"><h2>${say(words.finally)}</h2>
${open}
<p class="hint">${say(words.refused)}</p></section>
<section><h2>${say(words.why)}</h2><ul>${items(words.whyList)}</ul></section>
<section class="card"><h2>${say(words.compare)}</h2>
<p class="fingerprint" translate="no">${fingerprint(authority)}</p>
<p class="hint">${say(words.compareHelp)}</p></section>`;
}

/** Like the sign of a station, as in the app: the title, and the line on which it lies. */
function sign(title: Html, below: Html): Html {
  return html`<section class="sign"><h1>${title}</h1><div class="line"></div>${below}</section>`;
}

function systemSection(system: System, open: boolean, words: TrustWords, say: Speech['say']): Html {
  const { name, download, steps, remove } = words.systems[system];
  const file = system === 'apple' ? '/ca.mobileconfig' : '/ca.crt';
  return html`<details${open && html` open`}><summary>${say(name)}</summary>
<p><a class="button" href="${file}">${DOWNLOAD}${say(download)}</a></p>
<ol>${steps.map((step) => html`<li>${say(step)}</li>`)}</ol>
<p class="remove"><b>${say(words.removing)}</b> ${say(remove)}</p>
</details>
`;
}

/** The visitor's own system first. */
function systemsInOrder(system: System | undefined): readonly System[] {
  return [...SYSTEMS].sort((a, b) => Number(b === system) - Number(a === system));
}

function address(url: string): Html {
  return html`<p class="address" translate="no">${addressParts(url)}</p>`;
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
