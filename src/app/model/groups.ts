/** Thousands of files as a list that a person can read: one row per top-level folder or single file. */
import type { Ranges } from '../../protocol/peer.ts';

export type Group = {
  /** `rest`: everything beyond the limit, in one row. */
  readonly kind: 'file' | 'folder' | 'rest';
  readonly name: string;
  readonly files: number;
  readonly bytes: number;
  /** The entries in it. */
  readonly ranges: Ranges;
  /** How many groups a `rest` stands for; 1 otherwise. */
  readonly groups: number;
};
type Draft = { kind: 'file' | 'folder'; name: string; files: number; bytes: number; ranges: [number, number][] };
type Entry = { readonly path: string; readonly size: number };

/**
 * Groups entries in order of appearance, or in that of `order`. Two single files with the same name stay two; a folder is one group wherever
 * its files are.
 */
export function groupEntries(
  entries: readonly Entry[],
  limit: number,
  order: (groups: readonly Draft[]) => readonly Draft[] = (groups) => groups,
): Group[] {
  const folders = new Map<string, Draft>();
  const drafts: Draft[] = [];
  entries.forEach(({ path, size }, index) => {
    const slash = path.indexOf('/');
    const name = slash > 0 ? path.slice(0, slash) : path;
    let draft = slash > 0 ? folders.get(name) : undefined;
    if (draft === undefined) {
      draft = { kind: slash > 0 ? 'folder' : 'file', name, files: 0, bytes: 0, ranges: [] };
      drafts.push(draft);
      if (slash > 0) folders.set(name, draft);
    }
    draft.files += 1;
    draft.bytes += size;
    const last = draft.ranges.at(-1);
    if (last && last[1] === index - 1) last[1] = index;
    else draft.ranges.push([index, index]);
  });
  const ordered = order(drafts);
  const shown: Group[] = ordered.slice(0, limit).map((draft) => ({ ...draft, groups: 1 }));
  const rest = ordered.slice(limit);
  if (rest.length === 0) return shown;
  const sum = (of: (draft: Draft) => number): number => rest.reduce((total, draft) => total + of(draft), 0);
  const ranges = joinRanges(rest.map((draft) => draft.ranges));
  const line = { name: '', files: sum((d) => d.files), bytes: sum((d) => d.bytes), ranges, groups: rest.length };
  return [...shown, { kind: 'rest', ...line }];
}

/** The union of ranges, ascending, without any that touch: the form the protocol wants. */
export function joinRanges(lists: readonly Ranges[]): Ranges {
  const sorted = lists.flat().sort((a, b) => a[0] - b[0]);
  const joined: [number, number][] = [];
  for (const [first, last] of sorted) {
    const previous = joined.at(-1);
    if (previous && first <= previous[1] + 1) previous[1] = Math.max(previous[1], last);
    else joined.push([first, last]);
  }
  return joined;
}

export function inRanges(ranges: Ranges, index: number): boolean {
  return ranges.some(([first, last]) => index >= first && index <= last);
}
