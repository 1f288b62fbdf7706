/** Small pictures of what is on offer: of which files a sender makes some, and which ones a receiver takes. */
import { MAX_PICTURES } from '../protocol/limits.ts';
import { sortOf } from './media-type.ts';

type Entry = { readonly path: string };

/** True if it may have one, judged by its name. An SVG is a document. */
const isPictured = ({ path }: Entry): boolean => sortOf(path) === 'image' && !/\.svg$/iu.test(path);

/** The indices of the files of which a sender makes small pictures, if they can be decoded. */
export function pictured(entries: readonly Entry[]): readonly number[] {
  const found: number[] = [];
  for (const [file, entry] of entries.entries()) {
    if (!isPictured(entry)) continue;
    found.push(file);
    if (found.length === MAX_PICTURES) break;
  }
  return found;
}

/**
 * A picture of `file` has come, after those of the files `taken`. `undefined`: it breaks the protocol. `isShown`: false for
 * one that fits no file's name: a newer sender may know more kinds of pictures.
 */
export function took(
  taken: readonly number[],
  file: number,
  entries: readonly Entry[],
): { readonly taken: readonly number[]; readonly isShown: boolean } | undefined {
  const entry = entries[file];
  if (entry === undefined || taken.includes(file) || taken.length >= MAX_PICTURES) return undefined;
  return { taken: [...taken, file], isShown: isPictured(entry) };
}
