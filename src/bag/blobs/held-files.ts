/** Files that a router holds, over HTTP: fetched and checked, asked for, and brought (`protocol/blob.ts`). */
import { sha256 as hash } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import {
  type Counter,
  LENGTH_HEADER,
  permitToUpload,
  REASON_HEADER,
  SHA256_HEADER,
  UPLOAD_PATH,
} from '../../protocol/blob.ts';
import type { SecretKey } from '../../protocol/keys.ts';
import { type Refused, refusedBy } from '../../words/refusal.ts';

/** From so many bytes on, to ask first costs less than to send what is not taken. */
const WORTH_ASKING = 64 * 1024;

export type HeldFilesPorts = {
  /** As a browser's. */
  readonly fetch: (url: string, init?: RequestInit) => Promise<Response>;
  readonly secret: SecretKey;
  /** In seconds since 1970, as this device believes. */
  readonly now: () => number;
};

export class HeldFiles {
  readonly #ports: HeldFilesPorts;

  constructor(ports: HeldFilesPorts) {
    this.#ports = ports;
  }

  /**
   * The bytes with that digest, of `most` at most; `undefined` when the router at `base` cannot give them. What is not what it should
   * be goes no further, whoever has changed it.
   */
  async get(base: string, sha256: string, most: number): Promise<Uint8Array<ArrayBuffer> | undefined> {
    try {
      const response = await this.#ports.fetch(base + sha256);
      if (!response.ok || Number(response.headers.get('content-length') ?? 0) > most) {
        await response.body?.cancel();
        return undefined;
      }
      return await checked(response, sha256, most);
    } catch {
      return undefined; // the router is gone, or the line broke
    }
  }

  /** How long the file with that digest is, in bytes; `undefined` when the router at `base` does not have it at hand. */
  async sizeOf(base: string, sha256: string): Promise<number | undefined> {
    try {
      const { ok, headers } = await this.#ports.fetch(base + sha256, { method: 'HEAD' });
      const length = headers.get('content-length') ?? '';
      return ok && /^\d{1,15}$/.test(length) ? Number(length) : undefined;
    } catch {
      return undefined;
    }
  }

  /** Brings a file to the router at `base`, which is `counter`. `undefined` when nobody answers. */
  async put(
    base: string,
    counter: Counter,
    sha256: string,
    bytes: Uint8Array<ArrayBuffer>,
  ): Promise<'held' | Refused | undefined> {
    const { fetch, secret, now } = this.#ports;
    try {
      if ((await fetch(base + sha256, { method: 'HEAD' })).ok) return 'held'; // nothing crosses the air twice
      const headers = {
        Authorization: permitToUpload(secret, sha256, counter, now()),
        [SHA256_HEADER]: sha256,
      };
      const to = base + UPLOAD_PATH.slice(1);
      if (bytes.length >= WORTH_ASKING) {
        const asking = { ...headers, [LENGTH_HEADER]: String(bytes.length) };
        const asked = await fetch(to, { method: 'HEAD', headers: asking });
        if (!asked.ok) return reasonOf(asked);
      }
      const type = { 'Content-Type': 'application/octet-stream' };
      const answer = await fetch(to, { method: 'PUT', headers: { ...headers, ...type }, body: bytes });
      await answer.body?.cancel();
      return answer.ok ? 'held' : reasonOf(answer);
    } catch {
      return undefined;
    }
  }
}

/** `undefined` when the router is not ready to say. */
function reasonOf({ status, headers }: Response): Refused | undefined {
  const reason = headers.get(REASON_HEADER);
  return reason === null && status >= 500 ? undefined : refusedBy(`refused: ${reason ?? ''}`);
}

/** Reads no more than it should be, and hashes as it comes. */
async function checked({ body }: Response, sha256: string, most: number): Promise<Uint8Array<ArrayBuffer> | undefined> {
  if (body === null) return undefined;
  const reader = body.getReader();
  const digest = hash.create();
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > most) {
      await reader.cancel();
      return undefined;
    }
    digest.update(value);
    pieces.push(value);
  }
  if (bytesToHex(digest.digest()) !== sha256) return undefined;
  return new Uint8Array(await new Blob(pieces).arrayBuffer());
}
