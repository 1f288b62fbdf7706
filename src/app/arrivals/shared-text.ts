/** Makes a file from a shared text, because the app sends files. */

import { wellFormed } from '../files/files.ts';
import type { ChosenFile } from '../model/model.ts';
import type { Arrival, SharedText } from './arrival.ts';

/** What stands in a file that was made here of a text. */
const texts = new WeakMap<File, string>();
export const writtenIn = (file: File): string | undefined => texts.get(file);

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
  texts.set(file, lines.join('\n'));
  return { file, path: name };
}

/** A pasted or dropped text as a file named by its first words, or by `fallback` where there are none. */
export const textFile = (text: string, fallback: string): ChosenFile =>
  sharedTextFile({ title: firstWords(text), text: text.trim(), url: '' }, fallback);

/** In characters: a name that fits into one line of a phone. */
const MAX_WORDS_LENGTH = 32;

/** The beginning of the first line, up to the end of a word; of a link what a person knows it by. */
function firstWords(text: string): string {
  const [line = ''] = text.trim().split('\n', 1);
  const letters = Array.from(line.trim().replace(/^https?:\/\/(?:www\.)?/u, ''));
  if (letters.length <= MAX_WORDS_LENGTH) return letters.join('').replace(/\/$/u, '');
  const cut = letters.slice(0, MAX_WORDS_LENGTH).join('');
  return cut.replace(/\s\S*$/u, '') || cut;
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
