/**
 * The operator's page: a tired volunteer should see at once whether all is well, and if not, what to do. Pure. It needs no
 * script, so that it opens in any browser, even where the app does not; the `Refresh` header renews it.
 */

import { type Page, page } from '../pages/answer.ts';
import { framed, ICON } from '../pages/frame.ts';
import { type Html, html } from '../pages/html.ts';
import type { Language } from '../pages/language.ts';
import { MARK } from '../pages/mark.ts';
import { name, shown } from '../pages/names.ts';
import { address } from './address.ts';
import { DICTIONARIES } from './dictionaries.ts';
import { facts } from './facts.ts';
import { picture } from './picture.ts';
import type { Status } from './status.ts';
import { table } from './table.ts';
import { verdict } from './verdict.ts';
import type { Words } from './words.ts';

/** How often the page renews itself, in seconds: people change a cable and look. */
const REFRESH_S = 5;
export const STATUS_STYLE_PATH = '/status.css';

export type View = {
  readonly language: Language;
  /** True when the page renews itself. */
  readonly live: boolean;
  /** True when there is an app to open. */
  readonly appReady: boolean;
};

export function statusPage(status: Status, { language, live, appReady }: View): Page {
  const words = DICTIONARIES[language];
  const frame = {
    language,
    title: `${shown(status.router.name)} – Hikyaku`,
    style: STATUS_STYLE_PATH,
    head: html`
<meta name="robots" content="noindex">
${ICON}`,
  };
  const body = html`<header><div class="brand">${MARK}<h1>${name(status.router.name)}<span>${words.title}</span></h1></div>${languages(language, live)}</header>
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
</footer>`;
  // A header instead of a meta element: screen readers are not told that the page is about to change.
  return page(framed(frame, body), { language, headers: live ? { Refresh: String(REFRESH_S) } : {} });
}

const href = (language: Language, live: boolean): string => `/status?lang=${language}${live ? '' : '&refresh=off'}`;

function languages(current: Language, live: boolean): Html {
  return html`<ul class="languages">${Object.entries(DICTIONARIES).map(
    ([tag, { language }]) =>
      html`<li><a href="${href(tag as Language, live)}" lang="${tag}" hreflang="${tag}"${tag === current && html` aria-current="true"`}>${language}</a></li>`,
  )}</ul>`;
}

const checklist = ({ checklist: { title, steps } }: Words): Html =>
  html`<section class="checklist" aria-labelledby="checklist"><h2 id="checklist">${title}</h2><ol>${steps.map((step) => html`<li>${step}</li>`)}</ol></section>`;
