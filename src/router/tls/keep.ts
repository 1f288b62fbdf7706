/** What the router's own HTTPS leaves in the data directory: the authority and the current pair, for this user only. */
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { readIfThere, replaceFile, wordsOf } from '../machine/files.ts';
import { type Authority, type AuthoritySeed, authorityOf } from './authority.ts';
import type { Pair } from './pair.ts';

const FOLDER = 'tls';
const AUTHORITY_FILE = 'authority.json';
/** Key and certificate in one file, so that no power cut leaves the one without the other. */
const PAIR_FILE = 'pair.pem';
const PAIR = /^(-----BEGIN PRIVATE KEY-----[^-]+-----END PRIVATE KEY-----\n)(-----BEGIN CERTIFICATE-----[\s\S]+)$/;

/** An authority, and what it was made from: `chance`, or a proof of the mesh key. */
export type KeptAuthority = { readonly authority: Authority; readonly from: string };

export class Keep {
  readonly #folder: string;

  constructor(dataDirectory: string) {
    this.#folder = join(dataDirectory, FOLDER);
  }

  /** True when an earlier start left something here, in whatever state. */
  get wasUsed(): boolean {
    return [AUTHORITY_FILE, PAIR_FILE].some((name) => existsSync(join(this.#folder, name)));
  }

  /** What was kept; nothing when it is not there or damaged. */
  authority(): KeptAuthority | undefined {
    try {
      const kept: unknown = JSON.parse(readIfThere(join(this.#folder, AUTHORITY_FILE)));
      const text = (name: string): string => {
        const value: unknown = kept !== null && typeof kept === 'object' ? Reflect.get(kept, name) : undefined;
        if (typeof value !== 'string') throw new Error(`no ${name}`);
        return value;
      };
      const [key, certificate] = [Buffer.from(text('key'), 'base64'), Buffer.from(text('certificate'), 'base64')];
      return { authority: authorityOf({ hostname: text('hostname'), key, certificate }), from: text('from') };
    } catch {
      return undefined;
    }
  }

  /** Returns why it could not be kept, in words, if it could not. */
  keepAuthority({ hostname, key, certificate }: AuthoritySeed, from: string): string | undefined {
    const kept = { hostname, from, key: key.toString('base64'), certificate: certificate.toString('base64') };
    return this.#write(AUTHORITY_FILE, `${JSON.stringify(kept)}\n`);
  }

  pair(): Pair | undefined {
    const [, key, cert] = PAIR.exec(readIfThere(join(this.#folder, PAIR_FILE))) ?? [];
    return key !== undefined && cert !== undefined ? { cert, key } : undefined;
  }

  /** A pair that cannot be kept is made anew at the next start, which costs nothing but a few milliseconds. */
  keepPair({ cert, key }: Pair): void {
    this.#write(PAIR_FILE, key + cert);
  }

  /** Returns what went wrong, in words, if anything did. */
  #write(name: string, text: string): string | undefined {
    try {
      mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
      replaceFile(join(this.#folder, name), text);
      return undefined;
    } catch (error) {
      return `${this.#folder} cannot be written (${wordsOf(error)})`;
    }
  }
}
