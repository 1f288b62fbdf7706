/** What the router's own HTTPS leaves in the data directory: the authority's secret and the current pair, for this user only. */
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readIfThere, wordsOf } from '../files.ts';
import type { Pair } from './pair.ts';

const FOLDER = 'tls';
const SECRET_FILE = 'authority-secret';
/** Key and certificate in one file, so that no power cut leaves the one without the other. */
const PAIR_FILE = 'pair.pem';
const SECRET_BYTES = 32;
const SECRET = /^[\w-]{43}$/;
const PAIR = /^(-----BEGIN PRIVATE KEY-----[^-]+-----END PRIVATE KEY-----\n)(-----BEGIN CERTIFICATE-----[\s\S]+)$/;

export class Keep {
  readonly #folder: string;

  constructor(dataDirectory: string) {
    this.#folder = join(dataDirectory, FOLDER);
  }

  /** The secret that was kept, or a new one. `temporary`: why it will be another one after the next start, if it will. */
  secret(): { readonly bytes: Uint8Array; readonly temporary?: string } {
    const kept = readIfThere(join(this.#folder, SECRET_FILE)).trim();
    if (SECRET.test(kept)) return { bytes: Buffer.from(kept, 'base64url') };
    const bytes = randomBytes(SECRET_BYTES);
    const problem = this.#write(SECRET_FILE, `${bytes.toString('base64url')}\n`);
    return { bytes, ...(problem !== undefined && { temporary: problem }) };
  }

  pair(): Pair | undefined {
    const [, key, cert] = PAIR.exec(readIfThere(join(this.#folder, PAIR_FILE))) ?? [];
    return key !== undefined && cert !== undefined ? { cert, key } : undefined;
  }

  /** A pair that cannot be kept is made anew at the next start, which costs nothing but a few milliseconds. */
  keepPair({ cert, key }: Pair): void {
    this.#write(PAIR_FILE, key + cert);
  }

  /** Written beside and renamed: a power cut leaves the old file or the new one. In words what went wrong, if anything. */
  #write(name: string, text: string): string | undefined {
    const path = join(this.#folder, name);
    try {
      mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
      writeFileSync(`${path}.new`, text, { mode: 0o600 });
      chmodSync(`${path}.new`, 0o600); // a left-over keeps the mode that it had
      renameSync(`${path}.new`, path);
      return undefined;
    } catch (error) {
      return `${this.#folder} cannot be written (${wordsOf(error)})`;
    }
  }
}
