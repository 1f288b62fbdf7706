/** Easy Japanese: kanji with their reading above them. */
import { READING } from '../../languages/readings.ts';
import { type Html, html } from './html.ts';

/** Turns `送[おく]る` into ruby; a browser without ruby shows brackets. Brackets behind anything but kanji stay as they are. */
export function withReadings(text: string): Html {
  // Split by a pattern with two groups, the text comes apart into: words, kanji, reading, words, kanji, reading, ..., words.
  const pieces = text.split(READING);
  const ruby = (index: number): Html =>
    html`<ruby>${pieces[index]}<rp>(</rp><rt>${pieces[index + 1]}</rt><rp>)</rp></ruby>`;
  return html`${pieces.map((piece, index) => [piece, ruby(index), ''][index % 3])}`;
}
