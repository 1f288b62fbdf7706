/** Records of transfers and digests of their blocks, in memory. */
import type { TransferKey } from '../../transfer/view.ts';
import type { Catalog, ReceivedRecord, SentRecord } from '../records/catalog.ts';
import type { Digest, Ledger } from '../records/ledger.ts';

export function memoryCatalog<R extends ReceivedRecord | SentRecord>(): Catalog<R> {
  const records = new Map<TransferKey, R>();
  const done = { ok: true, value: undefined } as const;
  return {
    put: async (record) => {
      records.set(record.key, record);
      return done;
    },
    all: async () => [...records.values()],
    delete: async (key) => {
      records.delete(key);
      return done;
    },
  };
}

export function memoryLedger(): Ledger {
  const notes = new Map<TransferKey, Digest[]>();
  return {
    load: async (key) => [...(notes.get(key) ?? [])],
    note(key, { first, digests }) {
      const known = notes.get(key) ?? [];
      for (const [index, digest] of digests.entries()) known[first + index] = digest;
      notes.set(key, known);
    },
    keep(key, digests) {
      notes.set(key, [...digests]);
    },
    flush() {},
    delete: async (key) => {
      notes.delete(key);
    },
  };
}
