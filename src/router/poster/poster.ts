/**
 * `/poster`: one sheet that says how to get here, in Japanese and beside it in other languages. A4 landscape for the wall,
 * A6 to hand out; on a phone's screen it is a page to read. Pure.
 */
import { addressParts } from '../pages/address.ts';
import { type Page, page } from '../pages/answer.ts';
import { framed } from '../pages/frame.ts';
import { type Html, html, type Part } from '../pages/html.ts';
import type { ByLanguage, Language } from '../pages/language.ts';
import { MARK } from '../pages/mark.ts';
import { qrSvg } from '../pages/qr.ts';
import { speechOf } from '../pages/speech.ts';
import { chooser } from './chooser.ts';
import { PICTURES } from './pictures.ts';
import type { Sheet } from './sheet.ts';
import { POSTER_STYLE_PATH } from './styles.ts';
import { type Wifi, wifiCode } from './wifi-code.ts';
import type { PosterWords } from './words.ts';

export type PosterFacts = {
  readonly sheet: Sheet;
  /** Of whoever prints it. */
  readonly reader: Language;
  readonly words: ByLanguage<PosterWords>;
  readonly url: string;
  readonly routerName: string;
  /** Absent: the poster has blank lines to write on. */
  readonly wifi?: Wifi;
};

export function posterPage(facts: PosterFacts): Page {
  const { sheet, reader, words, url, routerName, wifi } = facts;
  const [first, ...further] = lines(facts, ({ title }) => title);
  const crowded = isCrowded(wifi) && 'crowded';
  const many = sheet.languages.length > 3 && 'many';
  const body = html`${chooser(sheet, reader, words[reader].printing)}
<main class="${[crowded, many].filter(Boolean).join(' ')}">
<header>${MARK}<div><h1>${first?.text}</h1>${further.map(paragraph)}</div><p class="place">Hikyaku 飛脚<br>${routerName}</p></header>
${PICTURES.map((picture, index) => step(facts, picture, index))}
${wifiCard(facts)}
<section class="code c2">${qrSvg(url, url)}<dl>${entry(facts, 'address', addressParts(url), 'address')}</dl></section>
<section class="notes">${[0, 1].map((index) => html`<div>${all(facts, ({ notes }) => notes[index])}</div>`)}</section>
</main>`;
  const style = `${POSTER_STYLE_PATH}?size=${sheet.size}`;
  return page(framed({ language: 'ja', title: `Hikyaku 飛脚: ${routerName}`, style }, body), { language: 'ja' });
}

type Line = { readonly tag: Language; readonly text: Html };

/** The same in each language of the sheet, Japanese first. */
function lines({ sheet, words }: PosterFacts, pick: (words: PosterWords) => string | undefined): readonly Line[] {
  return sheet.languages.map((tag) => ({ tag, text: speechOf(tag).say(pick(words[tag]) ?? '') }));
}

const paragraph = ({ tag, text }: Line): Html =>
  tag === 'ja' ? html`<p class="main">${text}</p>` : html`<p lang="${tag}">${text}</p>`;

const all = (facts: PosterFacts, pick: (words: PosterWords) => string | undefined): readonly Html[] =>
  lines(facts, pick).map(paragraph);

function step(facts: PosterFacts, picture: Html, index: number): Html {
  return html`<section class="step s${index + 1}"><b class="number">${index + 1}</b>${picture}<div>${all(facts, ({ steps }) => steps[index])}</div></section>\n`;
}

function wifiCard(facts: PosterFacts): Html {
  const { wifi } = facts;
  if (wifi === undefined) {
    const blank = html`<span class="blank"></span>`;
    return html`<section class="code c1 write"><dl>${entry(facts, 'network', blank)}${entry(facts, 'password', blank)}</dl></section>`;
  }
  const { ssid, password } = wifi;
  const key =
    password === undefined
      ? entry(facts, 'password', inEach(facts, 'noPassword'))
      : entry(facts, 'password', password, typeSize(password));
  return html`<section class="code c1">${qrSvg(wifiCode(wifi), 'Wi-Fi')}<dl>${entry(facts, 'network', ssid, typeSize(ssid))}${key}</dl></section>`;
}

function entry(facts: PosterFacts, label: 'network' | 'password' | 'address', value: Part, kind = ''): Html {
  return html`<dt>${inEach(facts, label)}</dt><dd class="${kind}" translate="no">${value}</dd>`;
}

/** Side by side. A label beside the same one in real Japanese needs no easy one. */
function inEach(facts: PosterFacts, label: keyof PosterWords['labels']): readonly Html[] {
  return lines(facts, ({ labels }) => labels[label])
    .filter(({ tag }) => tag !== 'ja-x-easy')
    .map(({ tag, text }) => (tag === 'ja' ? text : html` <span lang="${tag}">${text}</span>`));
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
