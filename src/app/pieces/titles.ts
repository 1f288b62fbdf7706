/** The name of a transfer in words: its title, or "30 photos". */
import type { Contents } from '../../transfer/contents.ts';
import type { TransferView } from '../../transfer/view.ts';
import type { Text } from '../i18n/language.ts';
import { shownName } from '../model/shown-name.ts';

/** The number and kind of files: "30 photos", "1 file". */
export function countOf(contents: Contents, files: number, { words, format }: Pick<Text, 'words' | 'format'>): string {
  return format.count(contents === 'named' || contents === 'files' ? words.files : words.count[contents], files);
}

/** For labels and announcements. On the screen, `Title` isolates a name from the text around it. */
export function titleOf({ contents, title, files }: TransferView, text: Pick<Text, 'words' | 'format'>): string {
  return contents === 'named' ? shownName(title) : countOf(contents, files, text);
}
