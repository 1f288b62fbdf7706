/** Records of received files that are still stored, and of unfinished sends, so that the next visit finds them. */
import { base64url, DEVICE_ID, digest, only, RANDOM_ID, SHA256 } from '../../protocol/ids.ts';
import { BLOCK_BYTES, MAX_DATE_MS, MAX_FILES, MAX_NOTE_LENGTH, MAX_PATH_LENGTH } from '../../protocol/limits.ts';
import {
  array,
  boolean,
  integer,
  matching,
  object,
  oneOf,
  ParseError,
  type Parser,
  text,
} from '../../protocol/parse.ts';
import { type ManifestEntry, type Ranges, ranges, type TransferId, transferId } from '../../protocol/peer.ts';
import { type DeviceId, deviceId } from '../../protocol/signaling.ts';
import { type Kept, type Keyval, keyval } from '../../store/keyval.ts';
import type { Age } from '../../transfer/keeping.ts';
import type { Marks } from '../../transfer/marks.ts';
import type { BatchId, TransferKey } from '../../transfer/view.ts';
import type { Origins } from './origins.ts';

/** The names of a transfer, here and on the wire, and the device at its other end. */
export type Named = {
  readonly key: TransferKey;
  readonly id: TransferId;
  readonly peer: DeviceId;
  readonly peerName: string;
};

/** What is sent to several people at once has one batch. `note`: the line that goes with it. */
export type SentNames = Named & { readonly batch?: BatchId | undefined; readonly note?: string | undefined };

type Recorded = Named & {
  /** When it was last written, in Unix milliseconds. */
  readonly at: number;
  /** For unfinished transfers: the age since they last moved. Earlier versions of the app did not count it. */
  readonly age?: Age;
};

/**
 * `entries`: the accepted files, in the order in which they are stored; `ranges`: their places in the offer; `isUnasked`:
 * nobody was asked.
 */
export type ReceivedRecord = Recorded & {
  readonly entries: readonly ManifestEntry[];
  readonly ranges: Ranges;
  readonly isUnasked?: boolean;
} & (
    | { readonly state: 'receiving' }
    /** Marks name files by their index in `entries`. */
    | ({ readonly state: 'saved'; readonly digest: string } & Partial<Marks>)
  );

/**
 * `batch`, `note`: see `SentNames`; `entries`: all files of the offer; `ranges`: the accepted ones, once it was accepted;
 * `origins`: how to open them again; `heads`: see `Heads.record`.
 */
export type SentRecord = Recorded &
  SentNames & {
    readonly entries: readonly ManifestEntry[];
    readonly ranges?: Ranges;
    readonly origins?: Origins;
    readonly heads?: readonly string[];
  };

export type Catalog<R extends Recorded> = {
  /** Adds or replaces the record of `record.key`. */
  put(record: R): Promise<Kept<void>>;
  /**
   * Every readable record; an unreadable one is deleted, so its pack becomes an orphan. `undefined` when the browser
   * refuses to read: then nobody knows which packs are orphans.
   */
  all(): Promise<readonly R[] | undefined>;
  delete(key: TransferKey): Promise<Kept<void>>;
};

const MAX_SHOWN_NAME_LENGTH = 400;

const ID = only(DEVICE_ID);
/** A device, or one of before there were keys, which will not come back: what it sent stays, and nothing goes on with it. */
const STORED_ID = `(?:${DEVICE_ID}|${base64url(9)})`;

/** True for a device of before there were keys: nobody has such an id any more. */
export const isOfBeforeKeys = (peer: DeviceId): boolean => !ID.test(peer);

const recorded = {
  // The patterns guarantee the branded types.
  key: matching(only(`[rs]-${STORED_ID}-${RANDOM_ID}`), 'a transfer key') as Parser<TransferKey>,
  peer: matching(only(STORED_ID), 'a device id') as Parser<DeviceId>,
  id: transferId,
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
};

const age: Parser<Age> = object({ ms: integer(), seenAt: integer(Number.MIN_SAFE_INTEGER) });
const received = object({ ...recorded, ranges, state: oneOf('receiving', 'saved') }, { age, isUnasked: boolean });
const saved = object({ ...recorded, ranges, state: oneOf('saved'), digest }, { isUnasked: boolean });
const marks = object({}, { handedOver: ranges, elsewhere: ranges, isHidden: boolean, deleted: age });

/** Unreadable marks cost a question. They are no reason to give up the files. */
function readMarks(value: unknown, at: string): Partial<Marks> {
  try {
    return marks(value, at);
  } catch (error) {
    if (error instanceof ParseError) return {};
    throw error;
  }
}

const receivedRecord: Parser<ReceivedRecord> = (value, at) => {
  const record = received(value, at);
  if (record.state === 'receiving') return { ...record, state: 'receiving' };
  return { ...saved(value, at), ...readMarks(value, at) };
};
const handle: Parser<FileSystemHandle> = (value, at) => {
  // Handles are objects of the browser: nothing else in the storage can turn into one.
  if (typeof FileSystemHandle === 'undefined' || !(value instanceof FileSystemHandle))
    throw new ParseError(at, 'a handle');
  return value;
};
const origins: Parser<Origins> = object({
  handles: array(handle, MAX_FILES),
  of: array(integer(-1, MAX_FILES - 1), MAX_FILES),
});
const heads = array(matching(only(`(?:${SHA256})?`), 'a SHA-256 digest or nothing'), MAX_FILES);
const batch = matching(only(RANDOM_ID), 'a batch id') as Parser<BatchId>;
const note = text(MAX_NOTE_LENGTH);
const sent = object(recorded, { batch, note, age, ranges, origins, heads, blockBytes: integer() });
const sentRecord: Parser<SentRecord> = (value, at) => {
  const { heads: known, blockBytes, ...record } = sent(value, at);
  deviceId(record.peer, at);
  // A version whose blocks had another length has read other heads, which no file would have.
  return known && blockBytes === BLOCK_BYTES ? { ...record, heads: known } : record;
};

function catalogIn<R extends Recorded>(store: Keyval, parser: Parser<R>): Catalog<R> {
  const parse = (value: unknown): R | undefined => {
    try {
      return parser(value, 'record');
    } catch (error) {
      if (error instanceof ParseError) return undefined;
      throw error;
    }
  };
  return {
    put: (record) => store.set(record.key, record),
    delete: (key) => store.delete(key),
    async all() {
      const kept = await store.entries();
      if (!kept.ok) return undefined;
      const records: R[] = [];
      const unreadable: IDBValidKey[] = [];
      for (const [key, value] of kept.value) {
        const record = parse(value);
        if (record?.key === key) records.push(record);
        else unreadable.push(key);
      }
      if (unreadable.length > 0) await store.change({ delete: unreadable });
      return records;
    },
  };
}

export function receivedCatalog(store: Keyval = keyval('received', 'strict')): Catalog<ReceivedRecord> {
  return catalogIn(store, receivedRecord);
}

export function sentCatalog(store: Keyval = keyval('sent', 'strict')): Catalog<SentRecord> {
  const catalog = catalogIn(store, sentRecord);
  return {
    ...catalog,
    async put({ origins: from, ...rest }) {
      const record = { ...rest, blockBytes: BLOCK_BYTES };
      const kept = from && (await catalog.put({ ...record, origins: from }));
      // Only handles may be impossible to store, for instance in private windows.
      return kept?.ok ? kept : catalog.put(record);
    },
  };
}
