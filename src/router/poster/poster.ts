/** `/poster`: one sheet that says how to get here. A4 landscape for the wall, A6 to hand out. Pure. */
import { addressHtml, escapeHtml, withReadings } from '../pages/html.ts';
import { MARK } from '../pages/look.ts';
import { qrSvg } from '../pages/qr.ts';
import { PICTURES } from './pictures.ts';
import type { Size } from './style.ts';
import { type Wifi, wifiCode } from './wifi-code.ts';
import { LABELS, NOTES, STEPS, TITLE, type Words } from './words.ts';

export type PosterFacts = {
  readonly size: Size;
  readonly url: string;
  readonly routerName: string;
  /** Without it there are lines to write on. */
  readonly wifi?: Wifi;
};

/** From the address's `size`; whatever is unknown is the wall's. */
export function posterSize(asked: string | null): Size {
  return asked === 'a6' ? 'a6' : 'a4';
}

export function posterPage({ size, url, routerName, wifi }: PosterFacts): string {
  return `<!doctype html>
<html lang="ja">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>Hikyaku 飛脚: ${escapeHtml(routerName)}</title>
<link rel="stylesheet" href="/poster.css?size=${size}">
<nav>
<a href="/poster"${size === 'a4' ? ' aria-current="page"' : ''}>A4 <span>掲示用 <span lang="en">wall</span></span></a>
<a href="/poster?size=a6"${size === 'a6' ? ' aria-current="page"' : ''}>A6 <span>配布用 <span lang="en">hand-out</span></span></a>
<p>ブラウザーの「印刷」で印刷してください。<span lang="en">Print it with your browser (Ctrl+P).</span></p>
</nav>
<main${isCrowded(wifi) ? ' class="crowded"' : ''}>
<header>${MARK}<h1>${TITLE.ja}</h1><p class="easy">${withReadings(TITLE.easy)}</p><p class="en" lang="en">${TITLE.en}</p><p class="place">Hikyaku 飛脚<br>${escapeHtml(routerName)}</p></header>
${STEPS.map(step).join('\n')}
${wifiCard(wifi)}
<section class="code c2">${qrSvg(url, url)}<dl>${entry(LABELS.address, addressHtml(url), 'address')}</dl></section>
<section class="notes">${NOTES.map((note) => `<div>${words(note)}</div>`).join('')}</section>
</main>
</html>
`;
}

function step(one: Words, index: number): string {
  return `<section class="step s${index + 1}"><b class="number">${index + 1}</b>${PICTURES[index] ?? ''}<div>${words(one)}</div></section>`;
}

function words({ ja, easy, en }: Words): string {
  return `<p class="ja">${ja}</p><p class="easy">${withReadings(easy)}</p><p class="en" lang="en">${en}</p>`;
}

function wifiCard(wifi: Wifi | undefined): string {
  if (wifi === undefined) {
    const blank = '<span class="blank"></span>';
    return `<section class="code c1 write"><dl>${entry(LABELS.network, blank)}${entry(LABELS.password, blank)}</dl></section>`;
  }
  const { ssid, password } = wifi;
  const key =
    password === undefined
      ? entry(LABELS.password, `${LABELS.noPassword.ja} <span lang="en">${LABELS.noPassword.en}</span>`)
      : entry(LABELS.password, escapeHtml(password), typeSize(password));
  return `<section class="code c1">${qrSvg(wifiCode(wifi), 'Wi-Fi')}<dl>${entry(LABELS.network, escapeHtml(ssid), typeSize(ssid))}${key}</dl></section>`;
}

function entry(label: { readonly ja: string; readonly en: string }, value: string, kind = ''): string {
  return `<dt>${label.ja} <span lang="en">${label.en}</span></dt><dd class="${kind}" translate="no">${value}</dd>`;
}

/** Characters beyond which a name or password takes so many lines that other things have to give way. */
const TOO_LONG = 28;

function isCrowded(wifi: Wifi | undefined): boolean {
  return wifi !== undefined && [wifi.ssid, wifi.password ?? ''].some(({ length }) => length > TOO_LONG);
}

/** What does not fit in large type. A password has up to 63 characters. */
function typeSize(value: string): string {
  if (value.length > TOO_LONG) return 'tiny';
  return value.length > 14 ? 'small' : '';
}
