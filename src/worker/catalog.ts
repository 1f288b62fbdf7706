/** What was received and is still stored, written down so that the next visit to the page finds it. */
import { MAX_FILES, MAX_PATH_LENGTH } from '../protocol/limits.ts';
import { array, integer, matching, object, oneOf, ParseError, type Parser, text } from '../protocol/parse.ts';
import type { ManifestEntry } from '../protocol/peer.ts';
import type { DeviceId } from '../protocol/signaling.ts';
import { type Kept, type Keyval, keyval } from '../store/keyval.ts';
import type { TransferKey } from '../transfer/view.ts';

type Received = {
  readonly key: TransferKey;
  readonly peer: DeviceId;
  readonly peerName: string;
  /** When it began, or was saved, in Unix milliseconds. */
  readonly at: number;
  /** The accepted files, in the order in which they are stored. */
  readonly entries: readonly ManifestEntry[];
};

/** `digest` is the root over everything received, in hexadecimal. */
export type CatalogRecord = Received &
  ({ readonly state: 'receiving' } | { readonly state: 'saved'; readonly digest: string });

export type Catalog = {
  /** Adds or replaces the record of `record.key`. */
  put(record: CatalogRecord): Promise<Kept<void>>;
  /**
   * Every record that can be read; one that cannot is deleted, so that its pack turns into an orphan.
   * `undefined` when the browser does not let us look: then nobody knows which packs are orphans.
   */
  all(): Promise<readonly CatalogRecord[] | undefined>;
  delete(key: TransferKey): Promise<Kept<void>>;
};

/** Dates beyond this are no ECMAScript dates (8.64e15 ms). */
const MAX_DATE_MS = 8_640_000_000_000_000;
const MAX_SHOWN_NAME_LENGTH = 400;

// The patterns are those of the brands.
const transferKey = matching(/^[rs]-[\w-]{12}-[\w-]{16}$/, 'a transfer key') as Parser<TransferKey>;
const deviceId = matching(/^[\w-]{12}$/, 'a device id') as Parser<DeviceId>;

const received = object({
  key: transferKey,
  peer: deviceId,
  peerName: text(MAX_SHOWN_NAME_LENGTH),
  at: integer(),
  entries: array(
    object({
      path: text(MAX_PATH_LENGTH, 1),
      size: integer(),
      modified: integer(-MAX_DATE_MS, MAX_DATE_MS),
    }) satisfies Parser<ManifestEntry>,
    MAX_FILES,
  ),
});
const progress = object({ state: oneOf('receiving', 'saved') });
const result = object({ digest: matching(/^[0-9a-f]{64}$/, 'a SHA-256 digest') });

function parseRecord(value: unknown): CatalogRecord | undefined {
  try {
    const common = received(value, 'record');
    const { state } = progress(value, 'record');
    return state === 'saved' ? { ...common, state, ...result(value, 'record') } : { ...common, state };
  } catch (error) {
    if (error instanceof ParseError) return undefined;
    throw error;
  }
}

export function catalog(store: Keyval = keyval('received')): Catalog {
  return {
    put: (record) => store.set(record.key, record),
    delete: (key) => store.delete(key),
    async all() {
      const kept = await store.entries();
      if (!kept.ok) return undefined;
      const records: CatalogRecord[] = [];
      const unreadable: IDBValidKey[] = [];
      for (const [key, value] of kept.value) {
        const record = parseRecord(value);
        if (record?.key === key) records.push(record);
        else unreadable.push(key);
      }
      if (unreadable.length > 0) await store.change({ delete: unreadable });
      return records;
    },
  };
}
