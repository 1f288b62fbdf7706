/** What a transfer holds, as people would say it: a name if one name is enough, else how many of which kind. */
import { sortOf } from './media-type.ts';

/**
 * `named`: a single file, or a folder; the title says it. All others are several files side by side, described by their
 * number.
 */
export type Contents = 'named' | 'photos' | 'videos' | 'media' | 'files';

type Entry = { readonly path: string };

/** The first and the last date of files, in Unix milliseconds: of photos, when they were taken or last changed. */
export type Dates = { readonly from: number; readonly to: number };

export function contentsOf(entries: readonly Entry[]): Contents {
  if (entries.length < 2 || folderOf(entries) !== undefined) return 'named';
  const sorts = new Set(entries.map(({ path }) => sortOf(path)));
  const images = sorts.delete('image');
  const videos = sorts.delete('video');
  if (sorts.size > 0) return 'files';
  if (images && videos) return 'media';
  return images ? 'photos' : 'videos';
}

/** When these photos and videos were made, as far as their dates are known; of other files that says little. */
export function datesOf(entries: readonly (Entry & { readonly modified: number })[]): Dates | undefined {
  const contents = contentsOf(entries);
  if (contents === 'named' || contents === 'files') return undefined;
  let [from, to] = [Number.POSITIVE_INFINITY, 0];
  for (const { modified } of entries) {
    if (modified <= 0) continue; // what some systems say of a date that they do not know
    from = Math.min(from, modified);
    to = Math.max(to, modified);
  }
  return to > 0 ? { from, to } : undefined;
}

/** What files are called before a transfer has them: the part of its view that names it. */
export type Summary = {
  readonly title: string;
  readonly contents: Contents;
  readonly files: number;
  readonly dates?: Dates;
};

export function summaryOf(entries: readonly (Entry & { readonly modified: number })[]): Summary {
  const dates = datesOf(entries);
  return { title: title(entries), contents: contentsOf(entries), files: entries.length, ...(dates && { dates }) };
}

/** The name for these files: that of the folder that holds all of them, or of the first file. */
export function title(entries: readonly Entry[]): string {
  const first = entries[0]?.path ?? '';
  return folderOf(entries) ?? names(first).at(-1) ?? first;
}

/** The folder that holds all of them, if there is one. */
function folderOf(entries: readonly Entry[]): string | undefined {
  const segments = names(entries[0]?.path ?? '');
  const [top] = segments;
  return segments.length > 1 && entries.every(({ path }) => path.startsWith(`${top}/`)) ? top : undefined;
}

/** A stranger's path may begin with `/` or `../`, which are not names. */
const names = (path: string): string[] => path.split('/').filter((segment) => !['', '.', '..'].includes(segment));
