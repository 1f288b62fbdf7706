/**
 * What earlier visits to this page left here: restores it, forgets what has waited too long, and frees what no record
 * mentions.
 */
import { type Age, leftUnfinished, newAge, older } from '../transfer/keeping.ts';
import { Incoming, type IncomingPorts } from './incoming/incoming.ts';
import { type Catalog, isOfBeforeKeys, type SentRecord } from './records/catalog.ts';
import type { SavedFiles } from './saved-files.ts';
import type { Transfers } from './transfers.ts';

type EarlierVisitsPorts = {
  readonly transfers: Transfers;
  readonly files: SavedFiles;
  readonly incoming: IncomingPorts;
  readonly outbox: Catalog<SentRecord>;
  /** Called for an unfinished transfer that this device sends. */
  readonly sent: (record: SentRecord) => void;
  /** Called for a received transfer, complete or not. */
  readonly received: (incoming: Incoming) => void;
};

export class EarlierVisits {
  readonly #ports: EarlierVisitsPorts;
  #knowsOutbox = false;
  #knowsCatalog = false;

  constructor(ports: EarlierVisitsPorts) {
    this.#ports = ports;
  }

  /** True if a transfer to another device that is not on the table was not left by an earlier visit either. */
  get knowsOutbox(): boolean {
    return this.#knowsOutbox;
  }

  async restore(): Promise<void> {
    const { outbox, incoming } = this.#ports;
    const [sent, received] = await Promise.all([outbox.all(), incoming.catalog.all()]);
    this.#restoreSent(sent ?? []);
    this.#knowsOutbox = sent !== undefined;
    this.#restoreReceived(received ?? []);
    this.#knowsCatalog = received !== undefined;
  }

  #restoreSent(records: readonly SentRecord[]): void {
    const { transfers, outbox, sent } = this.#ports;
    for (const record of records) {
      if (transfers.outgoing.has(record.key)) continue;
      const aged = { ...record, age: this.#ageOf(record) };
      const isOver = leftUnfinished(aged.age) === 0;
      void (isOver ? outbox.delete(record.key) : outbox.put(aged));
      if (!isOver) sent(aged);
    }
  }

  #restoreReceived(records: NonNullable<Awaited<ReturnType<IncomingPorts['catalog']['all']>>>): void {
    const { transfers, files, incoming: ports, received } = this.#ports;
    for (const record of records) {
      if (transfers.incoming.has(record.key)) continue;
      const aged = record.state === 'receiving' ? { ...record, age: this.#ageOf(record) } : record;
      const incoming = Incoming.restored(aged, ports);
      if (aged.state === 'receiving' && leftUnfinished(aged.age) === 0) {
        void files.forget(incoming);
        continue;
      }
      received(incoming);
      if (aged.state !== 'receiving') continue;
      // The rest cannot come any more. It is told once, and frees what is no whole file to anybody.
      if (isOfBeforeKeys(incoming.peer)) incoming.dispatch({ type: 'peer-failed', reason: 'version-mismatch' });
      else void ports.catalog.put(aged);
    }
  }

  /** Counted by visits: by the clock alone, correcting the clock would end all unfinished transfers. */
  #ageOf(record: { readonly age?: Age }): Age {
    const now = this.#ports.incoming.now();
    return record.age ? older(record.age, now) : newAge(now);
  }

  /** Frees what no record mentions, and shows how far interrupted transfers had come. Best called when nobody waits. */
  async tidy(): Promise<void> {
    const { transfers, files, incoming: ports } = this.#ports;
    const { store } = ports;
    await Promise.allSettled([...transfers.incoming.values()].map((transfer) => transfer.showStored()));
    if (!this.#knowsCatalog) return; // only the catalog shows what is an orphan
    const orphans = (await store.keys()).filter((key) => !transfers.incoming.has(key) && !files.isZip(key));
    // Another tab may have one of them open; then it stays.
    await Promise.allSettled(orphans.map((key) => store.delete(key)));
  }
}
