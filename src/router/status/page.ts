/**
 * The page of the operator: a tired volunteer shall see at once whether all is well, and if not, what to do. Pure. It needs no
 * script, so that it opens in any browser, also when the app does not; the router's `Refresh` header renews it.
 */

import { address } from './address.ts';
import { facts } from './facts.ts';
import { type Html, html, name, shown } from './html.ts';
import { mark } from './icons.ts';
import { LANGUAGES, type Language } from './language.ts';
import { picture } from './picture.ts';
import type { Status } from './status.ts';
import { table } from './table.ts';
import { verdict } from './verdict.ts';
import type { Words } from './words.ts';

/** How often it renews itself. People change a cable and look. */
export const REFRESH_S = 5;

export type View = {
  readonly language: Language;
  /** Whether it renews itself. */
  readonly live: boolean;
  /** Whether there is an app to open. */
  readonly appReady: boolean;
};

export function statusPage(status: Status, { language, live, appReady }: View): string {
  const words = LANGUAGES[language];
  const page = html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${shown(status.router.name)} – Hikyaku</title>
<link rel="icon" href="/favicon.svg">
<link rel="stylesheet" href="/status.css">
</head>
<body>
<header><div class="brand">${mark()}<h1>${name(status.router.name)}<span>${words.title}</span></h1></div>${languages(language, live)}</header>
<main>
${verdict(status, appReady, words)}
${address(status.urls, words)}
${picture(status, words)}
${table(status, words)}
${status.mesh.state !== 'off' && checklist(words)}
${facts(status, words)}
</main>
<footer>
<p>${live && `${words.refreshes(REFRESH_S)} `}<a href="${href(language, !live)}">${live ? words.stopRefreshing : words.startRefreshing}</a></p>
<p>${words.privacy}</p>
<p><a href="/status.json">${words.asJson}</a></p>
</footer>
</body>
</html>
`;
  return page.html;
}

const href = (language: Language, live: boolean): string => `/status?lang=${language}${live ? '' : '&refresh=off'}`;

function languages(current: Language, live: boolean): Html {
  return html`<ul class="languages">${Object.entries(LANGUAGES).map(
    ([tag, { language }]) =>
      html`<li><a href="${href(tag as Language, live)}" lang="${tag}" hreflang="${tag}"${tag === current && html` aria-current="true"`}>${language}</a></li>`,
  )}</ul>`;
}

const checklist = ({ checklist: { title, steps } }: Words): Html =>
  html`<section class="checklist" aria-labelledby="checklist"><h2 id="checklist">${title}</h2><ol>${steps.map((step) => html`<li>${step}</li>`)}</ol></section>`;
