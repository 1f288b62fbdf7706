/**
 * Who the router is: the seed of its passport, made once and kept in the data directory, so that other routers know it again
 * after a restart. Beside it a count of starts, because the clocks of routers are wrong: it tells this life of the router
 * from the one before.
 */
import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { replaceFile, wordsOf } from './machine/files.ts';
import { newSeed, type Passport, passportOf, SEED_BYTES, type Seed } from './mesh/passport.ts';

const FILE = 'router-id';
const STARTS_FILE = 'starts';
const MAX_STARTS = 2 ** 32 - 1;

export type Identity = {
  readonly passport: Passport;
  /** Why the id will change at the next start, if it will. */
  readonly temporary?: string;
};

export function loadIdentity(dataDirectory: string): Identity {
  const path = join(dataDirectory, FILE);
  const seed = newSeed();
  const passport = passportOf(seed);
  try {
    const kept = Buffer.from(readUnlessAbsent(path)?.trim() ?? '', 'base64url');
    if (kept.length === SEED_BYTES) return { passport: passportOf(kept as Seed) };
    mkdirSync(dataDirectory, { recursive: true, mode: 0o700 });
    replaceFile(path, `${seed.toString('base64url')}\n`);
    return { passport };
  } catch (error) {
    return { passport, temporary: `${dataDirectory} cannot be written (${wordsOf(error)})` };
  }
}

/** Makes another id, because a living router has the same one, copied from the same disk image. Stored if possible. */
export function renewIdentity(dataDirectory: string): Passport {
  const seed = newSeed();
  keep(join(dataDirectory, FILE), seed.toString('base64url'));
  return passportOf(seed);
}

/**
 * 16 hexadecimal digits, greater than those of all earlier starts. Copies of one disk image count alike: the rest is
 * random.
 */
export function nextIncarnation(dataDirectory: string): string {
  const path = join(dataDirectory, STARTS_FILE);
  let starts = 0;
  try {
    starts = Number(readUnlessAbsent(path)?.trim() ?? 0);
  } catch {
    // Then the id is new as well, and there was no life before.
  }
  const next = Number.isInteger(starts) && starts >= 0 && starts < MAX_STARTS ? starts + 1 : 1;
  keep(path, String(next));
  return next.toString(16).padStart(8, '0') + randomBytes(4).toString('hex');
}

function keep(path: string, text: string): void {
  try {
    replaceFile(path, `${text}\n`);
  } catch {
    // A directory that cannot be written is reported when the id is loaded.
  }
}

/** Unlike `readIfThere` of machine/files.ts it distinguishes an unreadable file from a missing one. */
function readUnlessAbsent(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (wordsOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}
