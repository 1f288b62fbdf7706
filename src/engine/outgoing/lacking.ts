/** The files that a transfer of an earlier visit still lacks, in the terms in which a person would look for them. */
import type { ManifestEntry } from '../../protocol/peer.ts';
import type { MissingFiles } from '../../transfer/view.ts';

/** `needs`: how to choose the first of them. Files of a folder come with their paths only when the folder is chosen. */
export type Lacking = { readonly needs: 'files' | 'folder'; readonly missing: MissingFiles };

/** Names shown of each kind: a person looks for one folder at a time. */
const MAX_NAMES = 3;

/**
 * The `entries` that are not in `found`, by index; `undefined` when none are missing. `changed`: found, but different.
 */
export function lacking(
  entries: readonly ManifestEntry[],
  found: readonly unknown[],
  changed: ReadonlySet<number>,
): Lacking | undefined {
  const missing = entries.filter((_, index) => found[index] === undefined);
  if (missing.length === 0) return undefined;
  const inFolders = missing.filter(({ path }) => path.includes('/'));
  const names = inFolders.length > 0 ? inFolders.map(({ path }) => path.split('/')[0] ?? path) : missing.map(pathOf);
  return {
    needs: inFolders.length > 0 ? 'folder' : 'files',
    missing: {
      count: missing.length,
      names: [...new Set(names)].slice(0, MAX_NAMES),
      changed: entries
        .filter((_, index) => changed.has(index))
        .map(pathOf)
        .slice(0, MAX_NAMES),
    },
  };
}

const pathOf = ({ path }: ManifestEntry): string => path;
