/**
 * The page that a captive window shows, and the one behind its link. Static, without a script, in all languages at once;
 * with its style below 10 kB. In a real browser both lead straight to the app instead.
 */
import { addressHtml, escapeHtml, withReadings } from '../page/html.ts';
import { COLOURS, FONT, MARK } from '../page/look.ts';
import { qrSvg } from '../page/qr.ts';
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
  // Waves with a cross behind them, and a mark that all is well.
  android:
    '<path d="M5 18c10-10 24-10 34 0M12 25c6-6 14-6 20 0"/><circle cx="22" cy="33" r="2"/><path class="hot" d="m28 36 5 5 10-11"/>',
  // A window with an address bar.
  open: '<rect x="4" y="7" width="40" height="34" rx="4"/><path d="M4 20h40"/><path class="hot" d="M11 13.5h26"/>',
} as const;

export function welcomePage(facts: WelcomeFacts): string {
  const { inMiniBrowser } = facts;
  const steps = inMiniBrowser
    ? `<ol>${(['agree', 'apple', 'android', 'open'] as const).map(step).join('')}</ol>
<a class="go" href="${SEEN_PATH}">${both('agree')}</a>`
    : '';
  return frame(
    facts,
    `${heading('title')}${inMiniBrowser ? '' : enter(facts.url)}${address(facts.url)}${steps}
<section><p>${JAPANESE.why}</p><p class="easy">${withReadings(EASY_JAPANESE.why)}</p><p lang="en">${ENGLISH.why}</p></section>
${others()}`,
  );
}

export function nextPage(facts: WelcomeFacts): string {
  if (!facts.inMiniBrowser) return welcomePage(facts);
  return frame(
    facts,
    `${heading('next')}<ol>${(['apple', 'android', 'open'] as const).map(step).join('')}</ol>${address(facts.url)}${others()}`,
  );
}

function frame({ routerName }: WelcomeFacts, main: string): string {
  return `<!doctype html>
<html lang="ja"><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>Hikyaku 飛脚</title><link rel="stylesheet" href="${STYLE_PATH}">
<header>${MARK}<b>Hikyaku</b> <span>${escapeHtml(routerName)}</span></header>
<main>${main}</main></html>
`;
}

function heading(which: 'title' | 'next'): string {
  return `<h1>${JAPANESE[which]}</h1><p class="easy">${withReadings(EASY_JAPANESE[which])}</p><p class="en" lang="en">${ENGLISH[which]}</p>`;
}

function step(name: keyof typeof PICTURES): string {
  const words = name === 'agree' ? 'agree' : name;
  return `<li><svg viewBox="0 0 48 48" aria-hidden="true">${PICTURES[name]}</svg><p>${JAPANESE[words]}<br><span lang="en">${ENGLISH[words]}</span></p>`;
}

function both(which: keyof WelcomeWords): string {
  return `${JAPANESE[which]} <span lang="en">${ENGLISH[which]}</span>`;
}

const enter = (url: string): string => `<a class="go" href="${url}">${both('enter')}</a>`;

/** In a captive window the address is no link: it would open the app where the app cannot run. */
const address = (url: string): string =>
  `<figure><p class="address" translate="no">${addressHtml(url)}</p>${qrSvg(url, url)}</figure>`;

const others = (): string =>
  `<ul>${Object.entries(OTHERS)
    .map(([tag, words]) => `<li lang="${tag}">${words}`)
    .join('')}</ul>`;

export const WELCOME_CSS = `${COLOURS}
*{box-sizing:border-box;margin:0}
html{font-size:112.5%;-webkit-text-size-adjust:100%}
body{background:var(--ground);color:var(--ink);font:1rem/1.5 ${FONT};overflow-wrap:anywhere}
header,main{max-width:34rem;margin:auto;padding:.75rem 1rem}
header{display:flex;align-items:center;gap:.6rem}header span{margin-left:auto;color:var(--soft);font-size:.875rem}
.mark{width:1.875rem;flex:none}
main{display:grid;gap:1.1rem;padding-bottom:3rem}
h1{font-size:1.5rem;line-height:1.3;word-break:auto-phrase;border-bottom:.5rem solid var(--accent);padding-bottom:.75rem}
.easy{line-height:2}rt{font-size:.55em}.en{font-weight:700}
figure{display:grid;gap:.75rem;justify-items:center;background:var(--panel);padding:1rem;border-radius:.75rem}
.address{font-size:clamp(1.25rem,7vw,1.9rem);line-height:1.25;text-align:center;user-select:all;-webkit-user-select:all}
.address b{display:inline-block}.scheme{color:var(--soft)}
.qr{width:10.5rem;border-radius:.5rem}
ol{list-style:none;padding:0;display:grid;gap:.25rem}
ol li{display:flex;gap:.9rem;align-items:center;padding:.4rem 0;border-top:1px solid var(--rule)}
ol svg{width:3rem;flex:none;fill:none;stroke:currentcolor;stroke-width:2.5;stroke-linecap:round;stroke-linejoin:round}
.hot{stroke:var(--line);stroke-width:5}rect.hot{stroke-width:2.5;fill:var(--wash)}.paper{fill:var(--ground)}
ol p{font-weight:600;line-height:1.4}ol span{font-weight:400;color:var(--soft)}
.go{display:block;padding:.9rem;border-radius:.5rem;background:var(--accent);color:#fff;font-size:1.3rem;font-weight:700;text-align:center;text-decoration:none}
a:focus-visible{outline:3px solid var(--line);outline-offset:3px}
section{display:grid;gap:.5rem}
ul{padding:0;list-style:none;color:var(--soft);font-size:.875rem}
ul li{padding:.5rem 0;border-top:1px solid var(--rule)}
`;
