/**
 * The name of a file with a blob in it: its digest, how long it is, when it came, who brought it, and something that no other file has.
 * So it is there with all of that, or not at all.
 */
import { only, SHA256 } from '../../protocol/ids.ts';
import type { Bringer } from '../../words/holding.ts';

export type Named = {
  readonly sha256: string;
  readonly bytes: number;
  /** In seconds of the life of the shelf. */
  readonly seen: number;
  readonly by: Bringer;
};

const DIGEST = only(SHA256);
const UNLIKE = /^[0-9a-f]{8}$/;

/**
 * Of characters that every file system takes. With the longest address it has 248 of them, and 255 are allowed. `unlike`: eight random
 * hexadecimal digits; the same bytes may come twice in a second from the same phone.
 */
export const blobName = ({ sha256, bytes, seen, by }: Named, unlike: string): string =>
  `${sha256}.${bytes}.${seen}.${Buffer.from(by.is === 'device' ? `d ${by.key} ${by.address}` : `r ${by.id}`).toString('base64url')}.${unlike}`;

/** `undefined` for a file that is no blob. */
export function blobNamed(name: string): Named | undefined {
  const [sha256 = '', bytes = '', seen = '', written = '', unlike = '', ...more] = name.split('.');
  if (![bytes, seen].every((number) => /^\d{1,12}$/.test(number))) return undefined;
  if (!DIGEST.test(sha256) || !UNLIKE.test(unlike) || more.length > 0) return undefined;
  const by = bringerIn(Buffer.from(written, 'base64url').toString());
  return by && { sha256, bytes: Number(bytes), seen: Number(seen), by };
}

function bringerIn(words: string): Bringer | undefined {
  const [, key, address, id] = /^(?:d ([0-9a-f]{64}) (\S{1,64})|r (\S{1,64}))$/.exec(words) ?? [];
  if (id !== undefined) return { is: 'router', id };
  if (key === undefined || address === undefined) return undefined;
  return { is: 'device', key: key as Extract<Bringer, { is: 'device' }>['key'], address };
}
