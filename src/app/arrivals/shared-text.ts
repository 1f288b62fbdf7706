/** Makes a file from a shared text, because the app sends files. */

import { wellFormed } from '../files/files.ts';
import type { ChosenFile } from '../model/model.ts';
import type { Arrival, SharedText } from './arrival.ts';

/** In characters; long enough to recognise a text by, short enough for every disk. */
const MAX_NAME_LENGTH = 60;

/** An arrival as a file to send; a text without a title is called `fallback`. */
export const chosenOf = (arrival: Arrival, fallback: string): ChosenFile =>
  arrival.kind === 'file' ? arrival.chosen : sharedTextFile(arrival.text, fallback);

/** A `.txt` file named after the title, or `fallback`. Apps often repeat title and address within the text. */
export function sharedTextFile({ title, text, url }: SharedText, fallback: string): ChosenFile {
  const lines = [title, text, url].filter((part, index, all) => part !== '' && !isWithin(part, index, all));
  const name = `${nameOf(title) || fallback}.txt`;
  // Until 2019 Windows' own editor took text without a mark for another encoding; the mark does no harm.
  const file = new File([`\ufeff${lines.join('\n')}\n`], name, { type: 'text/plain;charset=utf-8' });
  return { file, path: name };
}

function isWithin(part: string, index: number, all: readonly string[]): boolean {
  return all.some((other, at) => at !== index && (other.length > part.length || at < index) && other.includes(part));
}

/** A title as a file name: on one line, without folder separators, not too long. */
function nameOf(title: string): string {
  const plain = wellFormed(title)
    .replace(/[\p{Control}\s]+/gu, ' ')
    .replace(/[/\\:*?"<>|]/g, '-');
  return Array.from(plain).slice(0, MAX_NAME_LENGTH).join('').trim();
}
