/** The page that explains how to trust this router, as HTML without scripts. Pure. */

import { escapeHtml } from '../pages/html.ts';
import type { Authority } from './authority.ts';
import { SYSTEMS, type System, TRUST_WORDS, type TrustLanguage, type TrustWords } from './words.ts';

export type TrustPage = {
  readonly language: TrustLanguage;
  /** The system to show opened, first. */
  readonly system: System | undefined;
  /** The secure address; absent when HTTPS is off. */
  readonly url?: string;
  /** Absent with an operator's certificate. */
  readonly authority?: Authority;
};

export function trustPage(page: TrustPage): string {
  const words = TRUST_WORDS[page.language];
  return `<!doctype html>
<html lang="${page.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="format-detection" content="telephone=no">
<title>${escapeHtml(words.title)} – Hikyaku</title>
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/trust.css">
</head>
<body>
${masthead(page.language)}
<main>
${main(page, words)}
</main>
<footer><a href="/">${escapeHtml(words.back)}</a></footer>
</body>
</html>
`;
}

function main({ url, authority, system }: TrustPage, words: TrustWords): string {
  if (url === undefined) return sign(words, paragraph(words.off));
  if (authority === undefined) return sign(words, paragraph(words.known) + openButton(url, words));
  const name = escapeHtml(authority.hostname);
  return `${sign(words, `${address(url)}${paragraph(words.notNeeded)}`)}
<section class="gains"><h2>${escapeHtml(words.gains)}</h2>${list('ul', words.gainList)}</section>
<section><h2>${escapeHtml(words.how)}</h2>
${systemsInOrder(system)
  .map((one) => systemSection(one, one === system, words))
  .join('\n')}
</section>
<section class="card"><h2>${escapeHtml(words.finally)}</h2>
${openButton(url, words)}
<p class="hint">${escapeHtml(words.refused)}</p></section>
<section><h2>${escapeHtml(words.why)}</h2>${list('ul', words.whyList).replaceAll('{name}', `<b class="host">${name}</b>`)}</section>
<section class="card"><h2>${escapeHtml(words.compare)}</h2>
<p class="fingerprint" translate="no">${fingerprint(authority)}</p>
<p class="hint">${escapeHtml(words.compareHelp)}</p></section>`;
}

/** Like the sign of a station, as in the app: what this is about, and the line it lies on. */
function sign(words: TrustWords, below: string): string {
  return `<section class="sign"><h1>${escapeHtml(words.title)}</h1><div class="line"></div>${below}</section>`;
}

function systemSection(system: System, open: boolean, words: TrustWords): string {
  const { name, download, steps, remove } = words.systems[system];
  const file = system === 'apple' ? '/ca.mobileconfig' : '/ca.crt';
  return `<details${open ? ' open' : ''}><summary>${escapeHtml(name)}</summary>
<p><a class="button" href="${file}">${DOWNLOAD}${escapeHtml(download)}</a></p>
${list('ol', steps)}
<p class="remove"><b>${escapeHtml(words.removing)}</b> ${escapeHtml(remove)}</p>
</details>`;
}

/** Own system first. */
function systemsInOrder(system: System | undefined): readonly System[] {
  return [...SYSTEMS].sort((a, b) => Number(b === system) - Number(a === system));
}

function masthead(current: TrustLanguage): string {
  const links = Object.entries(TRUST_WORDS).map(([tag, { language }]) =>
    tag === current
      ? `<b lang="${tag}">${language}</b>`
      : `<a lang="${tag}" hreflang="${tag}" href="/trust?lang=${tag}">${language}</a>`,
  );
  return `<header><a class="brand" href="/">${MARK}Hikyaku</a><nav>${links.join('')}</nav></header>`;
}

const paragraph = (text: string): string => `<p>${escapeHtml(text)}</p>`;
const list = (tag: 'ol' | 'ul', items: readonly string[]): string =>
  `<${tag}>${items.map((item) => `<li>${escapeHtml(item)}</li>`).join('')}</${tag}>`;

function address(url: string): string {
  const { protocol, host } = new URL(url);
  return `<p class="address" translate="no"><span class="scheme">${protocol}//</span><wbr><span class="host">${escapeHtml(host).replace(':', '<wbr>:')}</span></p>`;
}

function openButton(url: string, words: TrustWords): string {
  return `${address(url)}<p><a class="button primary" href="${escapeHtml(url)}">${escapeHtml(words.open)}</a></p>`;
}

/** Four pairs at a time, to be compared by eye. */
function fingerprint({ fingerprint: text }: Authority): string {
  const pairs = text.split(':');
  return Array.from(
    { length: pairs.length / 4 },
    (_, n) => `<span>${pairs.slice(n * 4, n * 4 + 4).join(' ')}</span>`,
  ).join(' ');
}

const MARK =
  '<svg viewBox="0 0 32 32" aria-hidden="true"><rect class="ground" width="32" height="32" rx="7"/><path class="pole" d="M5 23.5 27 9.5"/><path class="box" d="m12.2 13.2 8.9-5.7 4.3 6.7-8.9 5.7z"/></svg>';
const DOWNLOAD =
  '<svg viewBox="0 0 24 24" aria-hidden="true"><path d="M12 3v11M7 9.5l5 5 5-5M4 16.5V20h16v-3.5"/></svg>';
