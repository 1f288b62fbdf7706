/** `/poster`: one sheet that says how to get here. A4 landscape for the wall, A6 to hand out. Pure. */
import { addressParts } from '../pages/address.ts';
import { type Page, page } from '../pages/answer.ts';
import { framed } from '../pages/frame.ts';
import { type Html, html, type Part } from '../pages/html.ts';
import { MARK } from '../pages/mark.ts';
import { qrSvg } from '../pages/qr.ts';
import { withReadings } from '../pages/readings.ts';
import { PICTURES } from './pictures.ts';
import { POSTER_STYLE_PATH, type Size } from './styles.ts';
import { type Wifi, wifiCode } from './wifi-code.ts';
import { LABELS, NOTES, STEPS, TITLE, type Words } from './words.ts';

export type PosterFacts = {
  readonly size: Size;
  readonly url: string;
  readonly routerName: string;
  /** Absent: the poster has blank lines to write on. */
  readonly wifi?: Wifi;
};

/** The `size` of the query; A4 for anything unknown. */
export function posterSize(asked: string | null): Size {
  return asked === 'a6' ? 'a6' : 'a4';
}

export function posterPage({ size, url, routerName, wifi }: PosterFacts): Page {
  const current = (one: Size): Part => size === one && html` aria-current="page"`;
  const body = html`<nav>
<a href="/poster"${current('a4')}>A4 <span>掲示用 <span lang="en">wall</span></span></a>
<a href="/poster?size=a6"${current('a6')}>A6 <span>配布用 <span lang="en">hand-out</span></span></a>
<p>ブラウザーの「印刷」で印刷してください。<span lang="en">Print it with your browser (Ctrl+P).</span></p>
</nav>
<main${isCrowded(wifi) && html` class="crowded"`}>
<header>${MARK}<h1>${TITLE.ja}</h1><p class="easy">${withReadings(TITLE.easy)}</p><p class="en" lang="en">${TITLE.en}</p><p class="place">Hikyaku 飛脚<br>${routerName}</p></header>
${STEPS.map(step)}
${wifiCard(wifi)}
<section class="code c2">${qrSvg(url, url)}<dl>${entry(LABELS.address, addressParts(url), 'address')}</dl></section>
<section class="notes">${NOTES.map((note) => html`<div>${words(note)}</div>`)}</section>
</main>`;
  const style = `${POSTER_STYLE_PATH}?size=${size}`;
  return page(framed({ language: 'ja', title: `Hikyaku 飛脚: ${routerName}`, style }, body));
}

function step(one: Words, index: number): Html {
  return html`<section class="step s${index + 1}"><b class="number">${index + 1}</b>${PICTURES[index]}<div>${words(one)}</div></section>\n`;
}

function words({ ja, easy, en }: Words): Html {
  return html`<p class="ja">${ja}</p><p class="easy">${withReadings(easy)}</p><p class="en" lang="en">${en}</p>`;
}

function wifiCard(wifi: Wifi | undefined): Html {
  if (wifi === undefined) {
    const blank = html`<span class="blank"></span>`;
    return html`<section class="code c1 write"><dl>${entry(LABELS.network, blank)}${entry(LABELS.password, blank)}</dl></section>`;
  }
  const { ssid, password } = wifi;
  const { ja, en } = LABELS.noPassword;
  const key =
    password === undefined
      ? entry(LABELS.password, html`${ja} <span lang="en">${en}</span>`)
      : entry(LABELS.password, password, typeSize(password));
  return html`<section class="code c1">${qrSvg(wifiCode(wifi), 'Wi-Fi')}<dl>${entry(LABELS.network, ssid, typeSize(ssid))}${key}</dl></section>`;
}

function entry(label: { readonly ja: string; readonly en: string }, value: Part, kind = ''): Html {
  return html`<dt>${label.ja} <span lang="en">${label.en}</span></dt><dd class="${kind}" translate="no">${value}</dd>`;
}

/** A name or password with more characters takes so many lines that other things have to shrink. */
const TOO_LONG = 28;

function isCrowded(wifi: Wifi | undefined): boolean {
  return wifi !== undefined && [wifi.ssid, wifi.password ?? ''].some(({ length }) => length > TOO_LONG);
}

/** The class for long values, which do not fit in large type: a password has up to 63 characters. */
function typeSize(value: string): string {
  if (value.length > TOO_LONG) return 'tiny';
  return value.length > 14 ? 'small' : '';
}
