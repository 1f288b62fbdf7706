/**
 * What a receiver accepts, checked while files are being chosen: exceeding one of its limits (`protocol/limits.ts`)
 * ends an offer there without a word to its person, so nothing beyond them is ever offered.
 */
import { MAX_DATE_MS, MAX_FILES, MAX_PATH_LENGTH, MAX_PATHS_LENGTH } from '../protocol/limits.ts';
import type { ManifestEntry } from '../protocol/peer.ts';
import { totalBytes } from './manifest.ts';

/** Too much for one transfer: of what, how much there is, and how much is allowed. */
export type Excess = {
  readonly of: 'files' | 'paths' | 'bytes';
  readonly count: number;
  readonly most: number;
};

/** The first limit that `entries` together exceed. */
export function excess(entries: readonly { readonly path: string; readonly size: number }[]): Excess | undefined {
  const paths = entries.reduce((sum, { path }) => sum + path.length, 0);
  const limits: readonly Excess[] = [
    { of: 'files', count: entries.length, most: MAX_FILES },
    { of: 'paths', count: paths, most: MAX_PATHS_LENGTH },
    { of: 'bytes', count: totalBytes(entries), most: Number.MAX_SAFE_INTEGER },
  ];
  return limits.find(({ count, most }) => count > most);
}

/** True if a file may have this path on the wire. */
export const isSendablePath = (path: string): boolean => path.length > 0 && path.length <= MAX_PATH_LENGTH;

/** The manifest's entry for a file. A date that no other browser could represent becomes the nearest possible one. */
export function entryOf(path: string, { size, lastModified }: { size: number; lastModified: number }): ManifestEntry {
  const modified = Math.trunc(Math.min(MAX_DATE_MS, Math.max(-MAX_DATE_MS, lastModified)));
  return { path, size, modified: Number.isNaN(modified) ? 0 : modified };
}
