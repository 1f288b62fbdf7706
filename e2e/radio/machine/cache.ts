/**
 * Where the radio lab keeps what takes long to make: a folder of the user's cache, one entry for each set of versions. Worktrees
 * share it.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, utimesSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** `$XDG_CACHE_HOME/hikyaku/radio`, made when it is missing. */
export function cacheFolder(): string {
  const folder = join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'hikyaku', 'radio');
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** Twelve hexadecimal digits that stand for these words, in this order. */
export function keyOf(words: readonly string[]): string {
  return createHash('sha256').update(words.join('\n')).digest('hex').slice(0, 12);
}

/**
 * The folder of an entry. `make` fills an empty folder when there is none yet; one that failed leaves nothing. Who makes the same
 * entry at the same time loses only time: the first to finish is kept.
 */
export async function cached(name: string, key: string, make: (folder: string) => Promise<void>): Promise<string> {
  const entry = join(cacheFolder(), `${name}-${key}`);
  if (existsSync(entry)) {
    const now = new Date();
    utimesSync(entry, now, now); // so that a person who clears the cache sees what was used last
    return entry;
  }
  const half = mkdtempSync(join(cacheFolder(), '.half-'));
  try {
    await make(half);
    renameSync(half, entry);
  } catch (error) {
    rmSync(half, { recursive: true, force: true });
    if (!existsSync(entry)) throw error;
  }
  return entry;
}
