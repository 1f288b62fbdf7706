/** The router's id: made once, kept in the data directory, so that other routers know it again after a restart. */
import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const FILE = 'router-id';
const ID = /^[\w-]{16}$/;

export type Identity = {
  readonly id: string;
  /** Why the id will be another one after the next start, if it will. */
  readonly temporary?: string;
};

export function loadIdentity(dataDirectory: string): Identity {
  const path = join(dataDirectory, FILE);
  const id = randomBytes(12).toString('base64url');
  try {
    const kept = readIfThere(path)?.trim();
    if (kept !== undefined && ID.test(kept)) return { id: kept };
    mkdirSync(dataDirectory, { recursive: true, mode: 0o700 });
    // Written beside and renamed: a power cut leaves the old file or the new one, never half of one.
    writeFileSync(`${path}.new`, `${id}\n`, { mode: 0o600 });
    renameSync(`${path}.new`, path);
    return { id };
  } catch (error) {
    return { id, temporary: `${dataDirectory} cannot be written (${codeOf(error)})` };
  }
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
