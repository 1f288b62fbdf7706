/**
 * The page that a captive window shows, and the page behind its link. Without a script, in full for the language that its
 * visitor reads, in a sentence for everybody else, and below 10 kB with its style. In a real browser both lead straight to
 * the app instead.
 */
import { addressParts } from '../pages/address.ts';
import { type Page, page } from '../pages/answer.ts';
import { framed } from '../pages/frame.ts';
import { type Html, html, joined } from '../pages/html.ts';
import { type ByLanguage, keeping, type Language, OFFERED, type Wish } from '../pages/language.ts';
import { MARK } from '../pages/mark.ts';
import { qrSvg } from '../pages/qr.ts';
import { speechOf } from '../pages/speech.ts';
import { SEEN_PATH, STYLE_PATH, WELCOME_PATH } from './decide.ts';
import type { PortalWords } from './words.ts';

export type WelcomeFacts = {
  /** The app's URL on plain HTTP. */
  readonly url: string;
  readonly routerName: string;
  readonly inMiniBrowser: boolean;
  readonly wish: Wish;
  readonly words: ByLanguage<PortalWords>;
};

/** Who is in a Japanese shelter and does not say what they read: in full. */
const EVERYBODY = ['ja', 'ja-x-easy', 'en'] as const satisfies readonly Language[];

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
const LEAVING = ['apple', 'android', 'open'] as const;

export function welcomePage(facts: WelcomeFacts): Page {
  const { url, inMiniBrowser } = facts;
  const wayIn = inMiniBrowser
    ? html`<ol><li class="first">${picture('agree')}<a class="go" href="${SEEN_PATH}${kept(facts)}">${briefly(facts, 'agree')}</a>${leaving(facts)}</ol>`
    : html`<a class="go" href="${url}${kept(facts)}">${briefly(facts, 'enter')}</a>`;
  return answer(
    facts,
    html`${heading(facts, 'title')}${address(url)}
${wayIn}
<section>${spokenBy(facts).map((tag) => why(facts, tag))}</section>
${forOthers(facts)}`,
  );
}

export function nextPage(facts: WelcomeFacts): Page {
  const { url, inMiniBrowser } = facts;
  if (!inMiniBrowser) return welcomePage(facts);
  return answer(facts, html`${heading(facts, 'next')}<ol>${leaving(facts)}</ol>${address(url)}${forOthers(facts)}`);
}

/** For clients that asked under a foreign name: the right address, and what an operator who chose that name should do. */
export function elsewherePage(facts: WelcomeFacts): Page {
  const { url, words } = facts;
  const option = html`<code>--hostname</code>`;
  const about = spokenBy(facts).map((tag) =>
    marked(facts, tag, 'p', speechOf(tag).say(words[tag].otherName, { option })),
  );
  const main = html`${heading(facts, 'title')}${address(url)}
<section>${about}</section>
${forOthers(facts, new URL(WELCOME_PATH, url).href)}`;
  return { ...answer(facts, main), status: 421 };
}

function answer(facts: WelcomeFacts, main: Html): Page {
  const header = html`<header>${MARK}<b>Hikyaku</b> <span>${facts.routerName}</span></header>`;
  const language = spokenBy(facts)[0];
  const frame = { language, title: 'Hikyaku 飛脚', style: STYLE_PATH };
  return page(framed(frame, html`${header}\n<main>${main}</main>`), { language });
}

/** The languages that are shown in full, that of the page first. */
function spokenBy({ wish: { language, named } }: WelcomeFacts): readonly [Language, ...Language[]] {
  return language === undefined || (language === EVERYBODY[0] && !named) ? EVERYBODY : [language];
}

/** Where easy Japanese stands beside the real one, pictures and the line above say what buttons and steps are. */
const brief = (facts: WelcomeFacts): readonly Language[] =>
  spokenBy(facts).filter((tag, index) => index === 0 || tag !== 'ja-x-easy');

const kept = ({ wish: { language, named } }: WelcomeFacts): string =>
  language === undefined ? '' : keeping(language, named);

/** An element in this language; only what differs from the page is marked. */
function marked(facts: WelcomeFacts, tag: Language, element: 'p' | 'span', content: Html): Html {
  const lang = tag !== spokenBy(facts)[0] && html` lang="${tag}"`;
  return element === 'p' ? html`<p${lang}>${content}</p>` : html`<span${lang}>${content}</span>`;
}

function heading(facts: WelcomeFacts, which: 'title' | 'next'): Html {
  const [first, ...further] = spokenBy(facts);
  const pieces = (tag: Language): readonly Html[] =>
    facts.words[tag][which].split('|').map((piece) => speechOf(tag).say(piece));
  return html`<h1>${joined(pieces(first), html`<wbr>`)}</h1>${further.map((tag) => marked(facts, tag, 'p', html`${pieces(tag)}`))}`;
}

function why(facts: WelcomeFacts, tag: Language): Html {
  const { why, notHere } = facts.words[tag];
  const { say } = speechOf(tag);
  return marked(facts, tag, 'p', html`${say(why)}${facts.inMiniBrowser && html`<br>${say(notHere)}`}`);
}

/** The address is no link: in a captive window it would open the app, which cannot run there. */
function address(url: string): Html {
  return html`<p class="address" translate="no">${addressParts(url)}</p>`;
}

function leaving(facts: WelcomeFacts): readonly Html[] {
  return LEAVING.map((name) => html`<li>${picture(name)}<p>${briefly(facts, name)}</p>`);
}

function briefly(facts: WelcomeFacts, which: Exclude<keyof PortalWords, 'otherName'>): Html {
  const [first, ...further] = brief(facts).map((tag) => ({ tag, text: speechOf(tag).say(facts.words[tag][which]) }));
  return html`${first?.text}${further.map(({ tag, text }) => html` ${marked(facts, tag, 'span', text)}`)}`;
}

/** A QR code for the next phone, and a sentence in each of the other languages, which leads to the same page in it. */
function forOthers(facts: WelcomeFacts, path = ''): Html {
  const others = OFFERED.filter((tag) => !spokenBy(facts).includes(tag));
  const languages = others.map(
    (tag) => html`<li lang="${tag}"><a href="${path}?lang=${tag}">${speechOf(tag).say(facts.words[tag].short)}</a>`,
  );
  return html`<figure>${qrSvg(facts.url, facts.url)}</figure><ul>${languages}</ul>`;
}
