/** Easy Japanese: the reading of kanji above them, for who cannot read them yet. */
import { type Html, html } from './html.ts';

/** Only kanji stand in front of a bracket. */
const READING = /(\p{Script=Han}+)\[([^\]]+)\]/u;

/** `送[おく]る` as ruby, whose brackets are seen where a browser knows no ruby. Other brackets stay what they are. */
export function withReadings(text: string): Html {
  // With its two groups a pattern splits a text into: words, kanji, reading, words, kanji, reading, ..., words.
  const pieces = text.split(READING);
  const ruby = (index: number): Html =>
    html`<ruby>${pieces[index]}<rp>(</rp><rt>${pieces[index + 1]}</rt><rp>)</rp></ruby>`;
  return html`${pieces.map((piece, index) => [piece, ruby(index), ''][index % 3])}`;
}
