/** What the router's holder says of itself (NIP-11), asked for at the address of its socket. */
import { type HexKey, hexKey } from '../../protocol/event.ts';
import { MAX_BLOB_BYTES } from '../../protocol/limits.ts';
import { integer, object, parseJson } from '../../protocol/parse.ts';
import type { HolderFacts } from '../api/views.ts';

const FACTS_TYPE = 'application/nostr+json';
/** A page of facts is under a kilobyte. */
const MAX_FACTS = 64 * 1024;
/** Ten years: a router that says more means nothing. */
const MAX_DAYS = 3_650;
/** Until a router has said otherwise: as ours do, unless their operator changes it. */
export const USUAL: HolderFacts = { blobBytes: MAX_BLOB_BYTES, days: 14 };

export type Holder = HolderFacts & {
  /** Whose labels count here. */
  readonly operator?: HexKey;
};

export const days = integer(1, MAX_DAYS);
const facts = object({ hikyaku: object({ blob_bytes: integer(0), days }) }, { pubkey: hexKey });

/** `off`: the router at `base` holds nothing, or is older than words. `away`: it does not answer. */
export async function askHolder(
  base: string,
  fetch: (url: string, init?: RequestInit) => Promise<Response>,
): Promise<Holder | 'off' | 'away'> {
  try {
    const response = await fetch(`${base}words`, { headers: { Accept: FACTS_TYPE }, cache: 'no-store' });
    if (response.status === 404) return 'off';
    if (!response.ok) return 'away';
    const parsed = parseJson(await response.text(), MAX_FACTS, facts);
    // An older router answers every address with its app.
    if (!parsed.ok) return 'off';
    const { hikyaku, pubkey } = parsed.value;
    return { blobBytes: hikyaku.blob_bytes, days: hikyaku.days, ...(pubkey && { operator: pubkey }) };
  } catch {
    return 'away';
  }
}
