/** Small files, and what the system says about them. */
import { closeSync, fchmodSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';

/** For this user alone: what is kept here are keys and secrets. */
const MODE = 0o600;

/** The text of a file, nothing when it cannot be read. */
export function readIfThere(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

/**
 * Puts `text` in the place of what is at `path`, for this user alone. Whenever the power goes, the file is the old one or the
 * new one as a whole: the text is on the disk before it takes the name (without that some file systems keep the name and an
 * empty file). That it is the new one is not promised: the name itself is not waited for.
 *
 * Throws the system's error, and the old file is as it was. The directory must exist.
 */
export function replaceFile(path: string, text: string): void {
  const beside = `${path}.new`;
  try {
    const file = openSync(beside, 'w', MODE);
    try {
      fchmodSync(file, MODE); // a left-over keeps the mode that it had
      writeFileSync(file, text);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(beside, path);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}

/** An error in one word where the system has one, such as EACCES. */
export function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return 'code' in error ? String(error.code) : error.message;
}
