/** The name of a transfer in words: its title, or "30 photos (Mar 11)". */
import { type Contents, type Summary, summaryOf } from '../../transfer/contents.ts';
import type { LateText } from '../i18n/context.ts';
import { fill } from '../i18n/format.ts';
import type { ChosenFile } from '../model/model.ts';
import { shownName } from '../model/shown-name.ts';

type Said = Pick<LateText, 'words' | 'format'>;

/** The number and kind of files: "30 photos", "1 file". */
export function countOf(contents: Contents, files: number, { words, format }: Said): string {
  return format.count(contents === 'named' || contents === 'files' ? words.files : words.count[contents], files);
}

/** The number of files, and of photos the day or days on which they were taken. */
export function datedOf({ contents, files, dates }: Omit<Summary, 'title'>, text: Said): string {
  const { words, format } = text;
  const count = countOf(contents, files, text);
  if (dates === undefined) return count;
  const [from, to] = [format.date(dates.from), format.date(dates.to)];
  return fill(words.dated, { files: count, days: from === to ? from : fill(words.span, { from, to }) });
}

/** For labels and announcements. On the screen, `Title` isolates a name from the text around it. */
export function titleOf(summary: Summary, text: Said): string {
  return summary.contents === 'named' ? shownName(summary.title) : datedOf(summary, text);
}

/** What a person has chosen, as a transfer of it would be named. */
export const summaryOfChosen = (files: readonly ChosenFile[]): Summary =>
  summaryOf(files.map(({ path, file: { lastModified } }) => ({ path, modified: lastModified })));
