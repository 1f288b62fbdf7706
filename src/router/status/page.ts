/**
 * The operator's page: a tired volunteer should see at once whether all is well, and if not, what to do. Pure. It needs no
 * script, so that it opens in any browser, even where the app does not; the `Refresh` header renews it.
 */

import { type Page, page } from '../pages/answer.ts';
import { framed, ICON } from '../pages/frame.ts';
import { type Html, html } from '../pages/html.ts';
import { keeping, type Language } from '../pages/language.ts';
import { languageLinks, languageSign } from '../pages/language-links.ts';
import { MARK } from '../pages/mark.ts';
import { name, shown } from '../pages/names.ts';
import { speechOf } from '../pages/speech.ts';
import { address } from './address.ts';
import { facts } from './facts.ts';
import { picture } from './picture.ts';
import type { Told } from './spoken.ts';
import type { Status } from './status.ts';
import { table } from './table.ts';
import { verdict } from './verdict.ts';
import type { StatusWords } from './words.ts';

/** How often the page renews itself, in seconds: people change a cable and look. */
const REFRESH_S = 5;
export const STATUS_STYLE_PATH = '/status.css';

export type View = {
  readonly language: Language;
  /** Asked for by name, so that links keep it. */
  readonly named: boolean;
  /** In this language. */
  readonly words: StatusWords;
  /** True when the page renews itself. */
  readonly live: boolean;
  /** True when there is an app to open. */
  readonly appReady: boolean;
};

export function statusPage(status: Status, { language, named, words, live, appReady }: View): Page {
  const speech = speechOf(language);
  const { say, form } = speech;
  const told: Told = { words, speech };
  const frame = {
    language,
    title: `${shown(status.router.name)} – Hikyaku`,
    style: STATUS_STYLE_PATH,
    head: html`
<meta name="robots" content="noindex">
${ICON}`,
  };
  const renewing = live ? words.stopRefreshing : words.startRefreshing;
  const body = html`<header><div class="brand">${MARK}<h1>${name(status.router.name)}<span>${say(words.title)}</span></h1></div>${languageSign(language)}</header>
<main>
${verdict(status, appReady, told)}
${address(status.urls, told)}
${picture(status, told)}
${table(status, told)}
${status.mesh.state !== 'off' && checklist(told)}
${facts(status, told, `/trust${keeping(language, named)}`)}
</main>
<footer>
<p>${live && html`${say(form(words.refreshes, REFRESH_S))} `}<a href="${href(language, !live)}">${say(renewing)}</a></p>
<p>${say(words.privacy)}</p>
<p><a href="/status.json">${say(words.asJson)}</a></p>
${languageLinks(language, (one) => href(one, live))}
</footer>`;
  // A header instead of a meta element: screen readers are not told that the page is about to change.
  return page(framed(frame, body), { language, headers: live ? { Refresh: String(REFRESH_S) } : {} });
}

const href = (language: Language, live: boolean): string => `/status?lang=${language}${live ? '' : '&refresh=off'}`;

const checklist = ({
  words: {
    checklist: { title, steps },
  },
  speech: { say },
}: Told): Html =>
  html`<section class="checklist" aria-labelledby="checklist"><h2 id="checklist">${say(title)}</h2><ol>${steps.map((step) => html`<li>${say(step)}</li>`)}</ol></section>`;
