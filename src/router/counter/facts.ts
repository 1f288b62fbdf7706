/** What a holder says of itself (NIP-11): asked for at the address of its socket. */
import type { HexKey } from '../../protocol/event.ts';
import { MAX_EVENT_BYTES, MAX_WORDS_FRAME_BYTES } from '../../protocol/limits.ts';

export type HolderFacts = {
  readonly name: string;
  /** Whose labels count here. */
  readonly operator: HexKey;
  readonly blobBytes: number;
  readonly days: number;
};

export const FACTS_TYPE = 'application/nostr+json';

export function factsOf({ name, operator, blobBytes, days }: HolderFacts, version: string): string {
  return JSON.stringify({
    name,
    pubkey: operator,
    software: 'hikyaku',
    version,
    supported_nips: [1, 9, 11, 17, 40, 42, 44, 59, 77],
    limitation: {
      max_message_length: MAX_WORDS_FRAME_BYTES,
      max_content_length: MAX_EVENT_BYTES,
      restricted_writes: true,
    },
    hikyaku: { blob_bytes: blobBytes, days },
  });
}
