/**
 * The page that a captive window shows, and the page behind its link. Without a script, in all languages at once, and below
 * 10 kB with its style. In a real browser both lead straight to the app instead.
 */
import { addressParts } from '../pages/address.ts';
import { type Page, page } from '../pages/answer.ts';
import { framed } from '../pages/frame.ts';
import { type Html, html, joined } from '../pages/html.ts';
import { MARK } from '../pages/mark.ts';
import { qrSvg } from '../pages/qr.ts';
import { withReadings } from '../pages/readings.ts';
import { SEEN_PATH, STYLE_PATH } from './decide.ts';
import { EASY_JAPANESE, ENGLISH, JAPANESE, OTHERS, type WelcomeWords } from './words.ts';

export type WelcomeFacts = {
  /** The app's URL on plain HTTP. */
  readonly url: string;
  readonly routerName: string;
  readonly inMiniBrowser: boolean;
};

/** How-to pictures, 48 by 48; `hot` marks what to press. */
const PICTURES = {
  // A finger on a button.
  agree: html`<rect class="hot" x="5" y="8" width="38" height="15" rx="7.5"/><path d="m16 15.5 4 4 9-8"/><path class="paper" d="M27 44c-5-3-8-7-8-9s3-2 5 0v-9c0-4 5-4 5 0v6l8 2c4 1 3 6 1 10Z"/>`,
  // A sheet with a word at the top right.
  apple: html`<rect x="11" y="3" width="26" height="42" rx="5"/><path d="M11 16h26"/><path class="hot" d="M27 10h6"/>`,
  // Waves, and a mark that all is well.
  android: html`<path d="M5 18c10-10 24-10 34 0M12 25c6-6 14-6 20 0"/><circle cx="22" cy="33" r="2"/><path class="hot" d="m28 36 5 5 10-11"/>`,
  // A window with an address bar.
  open: html`<rect x="4" y="7" width="40" height="34" rx="4"/><path d="M4 20h40"/><path class="hot" d="M11 13.5h26"/>`,
} as const;

const picture = (name: keyof typeof PICTURES): Html =>
  html`<svg viewBox="0 0 48 48" aria-hidden="true">${PICTURES[name]}</svg>`;
/** How the window of each system is closed, and what to do then. */
const LEAVING = (['apple', 'android', 'open'] as const).map(
  (name) => html`<li>${picture(name)}<p>${JAPANESE[name]}<br><span lang="en">${ENGLISH[name]}</span>`,
);

export function welcomePage(facts: WelcomeFacts): Page {
  const { url, inMiniBrowser } = facts;
  const wayIn = inMiniBrowser
    ? html`<ol><li class="first">${picture('agree')}<a class="go" href="${SEEN_PATH}">${both('agree')}</a>${LEAVING}</ol>`
    : html`<a class="go" href="${url}">${both('enter')}</a>`;
  return answer(
    facts,
    html`${heading('title')}${address(url)}
${wayIn}
<section><p>${JAPANESE.why}${inMiniBrowser && JAPANESE.notHere}</p><p class="easy">${withReadings(EASY_JAPANESE.why)}</p><p lang="en">${ENGLISH.why}${inMiniBrowser && ` ${ENGLISH.notHere}`}</p></section>
${forOthers(url)}`,
  );
}

export function nextPage(facts: WelcomeFacts): Page {
  const { url, inMiniBrowser } = facts;
  if (!inMiniBrowser) return welcomePage(facts);
  return answer(facts, html`${heading('next')}<ol>${LEAVING}</ol>${address(url)}${forOthers(url)}`);
}

/** For clients that asked under a foreign name: the right address, and what an operator who chose that name should do. */
export function elsewherePage(facts: WelcomeFacts): Page {
  const { url } = facts;
  const about = html`<section><p>${JAPANESE.otherName}</p><p lang="en">${ENGLISH.otherName}</p></section>`;
  const main = html`${heading('title')}${address(url)}
${about}
${forOthers(url)}`;
  return { ...answer(facts, main), status: 421 };
}

function answer({ routerName }: WelcomeFacts, main: Html): Page {
  const header = html`<header>${MARK}<b>Hikyaku</b> <span>${routerName}</span></header>`;
  return page(
    framed({ language: 'ja', title: 'Hikyaku 飛脚', style: STYLE_PATH }, html`${header}\n<main>${main}</main>`),
  );
}

function heading(which: 'title' | 'next'): Html {
  return html`<h1>${joined(JAPANESE[which].split('|'), html`<wbr>`)}</h1><p class="easy">${withReadings(EASY_JAPANESE[which])}</p><p class="en" lang="en">${ENGLISH[which]}</p>`;
}

/** The address is no link: in a captive window it would open the app, which cannot run there. */
function address(url: string): Html {
  return html`<p class="address" translate="no">${addressParts(url)}</p>`;
}

function both(which: keyof WelcomeWords): Html {
  return html`${JAPANESE[which]} <span lang="en">${ENGLISH[which]}</span>`;
}

/** A QR code for the next phone, and one sentence in each of the other languages. */
function forOthers(url: string): Html {
  const languages = Object.entries(OTHERS).map(([tag, words]) => html`<li lang="${tag}">${words}`);
  return html`<figure>${qrSvg(url, url)}</figure><ul>${languages}</ul>`;
}
