/** What stands above the sheet on a screen, for whoever prints it: its paper, and its languages. Links, without a script. */
import { type Html, html, type Part } from '../pages/html.ts';
import { type Language, nameOf, OFFERED } from '../pages/language.ts';
import { speechOf } from '../pages/speech.ts';
import { pathOf, type Sheet, type Size, toggled } from './sheet.ts';
import type { PosterWords } from './words.ts';

export function chooser(sheet: Sheet, reader: Language, words: PosterWords['printing']): Html {
  const { say } = speechOf(reader);
  const paper = (size: Size, what: string): Html =>
    html`<a href="${pathOf({ ...sheet, size })}"${size === sheet.size && CURRENT}>${size.toUpperCase()} <span>${say(what)}</span></a>`;
  const languages = OFFERED.filter((tag) => tag !== 'ja').map(
    (tag) =>
      html`<a href="${pathOf(toggled(sheet, tag))}" lang="${tag}"${sheet.languages.includes(tag) && CURRENT}>${nameOf(tag)}</a>`,
  );
  return html`<nav lang="${reader}">
${paper('a4', words.wall)}
${paper('a6', words.handOut)}
<p>${say(words.print)}</p>
<p>${say(words.beside)}</p>
${languages}
</nav>`;
}

const CURRENT: Part = html` aria-current="true"`;
