/**
 * The page that a captive window shows, and the one behind its link. Static, without a script, in all languages at once;
 * with its style below 10 kB. In a real browser both lead straight to the app instead.
 */
import { addressHtml, escapeHtml, withReadings } from '../pages/html.ts';
import { COLOURS, FONT, MARK } from '../pages/look.ts';
import { qrSvg } from '../pages/qr.ts';
import { SEEN_PATH, STYLE_PATH } from './decide.ts';
import { EASY_JAPANESE, ENGLISH, JAPANESE, OTHERS, type WelcomeWords } from './words.ts';

export type WelcomeFacts = {
  /** Where the app is, on plain HTTP. */
  readonly url: string;
  readonly routerName: string;
  readonly inMiniBrowser: boolean;
};

/** How-to pictures, 48 by 48; `hot` is what the finger goes to. */
const PICTURES = {
  // A finger on a button.
  agree:
    '<rect class="hot" x="5" y="8" width="38" height="15" rx="7.5"/><path d="m16 15.5 4 4 9-8"/><path class="paper" d="M27 44c-5-3-8-7-8-9s3-2 5 0v-9c0-4 5-4 5 0v6l8 2c4 1 3 6 1 10Z"/>',
  // A sheet with a word at the top right.
  apple: '<rect x="11" y="3" width="26" height="42" rx="5"/><path d="M11 16h26"/><path class="hot" d="M27 10h6"/>',
  // Waves, and a mark that all is well.
  android:
    '<path d="M5 18c10-10 24-10 34 0M12 25c6-6 14-6 20 0"/><circle cx="22" cy="33" r="2"/><path class="hot" d="m28 36 5 5 10-11"/>',
  // A window with an address bar.
  open: '<rect x="4" y="7" width="40" height="34" rx="4"/><path d="M4 20h40"/><path class="hot" d="M11 13.5h26"/>',
} as const;

const picture = (name: keyof typeof PICTURES): string =>
  `<svg viewBox="0 0 48 48" aria-hidden="true">${PICTURES[name]}</svg>`;
const PRESS = picture('agree');
/** How each system's window closes, and what comes then. */
const LEAVING = (['apple', 'android', 'open'] as const)
  .map((name) => `<li>${picture(name)}<p>${JAPANESE[name]}<br><span lang="en">${ENGLISH[name]}</span>`)
  .join('');

export function welcomePage(facts: WelcomeFacts): string {
  const { url, inMiniBrowser } = facts;
  const wayOut = `<li class="first">${PRESS}<a class="go" href="${SEEN_PATH}">${both('agree')}</a>`;
  return frame(
    facts,
    `${heading('title')}${address(url)}
${inMiniBrowser ? `<ol>${wayOut}${LEAVING}</ol>` : `<a class="go" href="${url}">${both('enter')}</a>`}
<section><p>${JAPANESE.why}${inMiniBrowser ? JAPANESE.notHere : ''}</p><p class="easy">${withReadings(EASY_JAPANESE.why)}</p><p lang="en">${ENGLISH.why}${inMiniBrowser ? ` ${ENGLISH.notHere}` : ''}</p></section>
${forOthers(url)}`,
  );
}

export function nextPage(facts: WelcomeFacts): string {
  const { url, inMiniBrowser } = facts;
  if (!inMiniBrowser) return welcomePage(facts);
  return frame(facts, `${heading('next')}<ol>${LEAVING}</ol>${address(url)}${forOthers(url)}`);
}

/** For who asked under a name that is not this router's: where it is, and what an operator does who gave it that name. */
export function elsewherePage(facts: WelcomeFacts): string {
  const { url } = facts;
  return frame(
    facts,
    `${heading('title')}${address(url)}
<section><p>${JAPANESE.otherName}</p><p lang="en">${ENGLISH.otherName}</p></section>
${forOthers(url)}`,
  );
}

function frame({ routerName }: WelcomeFacts, main: string): string {
  return `<!doctype html>
<html lang="ja"><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="format-detection" content="telephone=no">
<title>Hikyaku 飛脚</title><link rel="stylesheet" href="${STYLE_PATH}">
<header>${MARK}<b>Hikyaku</b> <span>${escapeHtml(routerName)}</span></header>
<main>${main}</main></html>
`;
}

function heading(which: 'title' | 'next'): string {
  return `<h1>${JAPANESE[which].replaceAll('|', '<wbr>')}</h1><p class="easy">${withReadings(EASY_JAPANESE[which])}</p><p class="en" lang="en">${ENGLISH[which]}</p>`;
}

/** In a captive window the address is no link: it would open the app where the app cannot run. */
function address(url: string): string {
  return `<p class="address" translate="no">${addressHtml(url)}</p>`;
}

function both(which: keyof WelcomeWords): string {
  return `${JAPANESE[which]} <span lang="en">${ENGLISH[which]}</span>`;
}

/** The address for the next phone, and one sentence for everybody else. */
function forOthers(url: string): string {
  const languages = Object.entries(OTHERS).map(([tag, words]) => `<li lang="${tag}">${words}`);
  return `<figure>${qrSvg(url, url)}</figure><ul>${languages.join('')}</ul>`;
}

export const WELCOME_CSS = `${COLOURS}
*{box-sizing:border-box;margin:0}
html{font-size:112.5%;-webkit-text-size-adjust:100%}
body{background:var(--ground);color:var(--ink);font:1rem/1.5 ${FONT};overflow-wrap:anywhere}
header,main{max-width:34rem;margin:auto;padding:.75rem 1rem}
header{display:flex;align-items:center;gap:.6rem}header span{margin-left:auto;color:var(--soft);font-size:.875rem}
.mark{width:1.875rem;flex:none}
main{display:grid;gap:1rem;padding-bottom:3rem}
h1{font-size:1.45rem;line-height:1.3;word-break:keep-all;border-bottom:.5rem solid var(--accent);padding-bottom:.6rem}
.easy{line-height:1.9}rt{font-size:.55em}.en{font-weight:700}h1~.easy,h1~.en{margin-top:-.6rem}
figure{text-align:center}
.address{padding:.75rem 1rem;border:2px solid;border-radius:.5rem;background:var(--panel);font-size:clamp(1.25rem,6.6vw,1.75rem);line-height:1.25;user-select:all;-webkit-user-select:all}
.address b{display:inline-block}.scheme{color:var(--soft)}
.qr{width:10.5rem;border-radius:.5rem}
ol{list-style:none;padding:0;display:grid;gap:.25rem}
ol li{display:flex;gap:.9rem;align-items:center;padding:.4rem 0}ol li+li{border-top:1px solid var(--rule)}
ol svg{width:3rem;flex:none;fill:none;stroke:currentcolor;stroke-width:2.5;stroke-linecap:round;stroke-linejoin:round}
.hot{stroke:var(--line);stroke-width:5}rect.hot{stroke-width:2.5;fill:var(--wash)}.paper{fill:var(--ground)}
.first{padding-top:0}ol p{font-weight:600;line-height:1.4}ol p span{font-weight:400;color:var(--soft)}
.go{display:block;flex:1;padding:.9rem;border-radius:.5rem;background:var(--accent);color:#fff;font-size:1.3rem;font-weight:700;text-align:center;text-decoration:none}
a:focus-visible{outline:3px solid var(--line);outline-offset:3px}
section{display:grid;gap:.5rem}
ul{padding:0;list-style:none;color:var(--soft);font-size:.875rem}
ul li{padding:.5rem 0;border-top:1px solid var(--rule)}
`;
