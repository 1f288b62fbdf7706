/** Small files, and what the system says about them. */
import { readFileSync } from 'node:fs';

/** The text of a file, nothing when it cannot be read. */
export function readIfThere(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

/** An error in one word where the system has one, such as EACCES. */
export function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return 'code' in error ? String(error.code) : error.message;
}
