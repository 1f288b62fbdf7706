/** The record of one outgoing transfer, with which the next visit resumes it. Without storage, it just cannot. */
import { newAge } from '../../transfer/keeping.ts';
import { toRanges } from '../../transfer/ranges.ts';
import type { Catalog, SentNames, SentRecord } from '../records/catalog.ts';
import type { OutgoingFiles } from './outgoing-files.ts';

/** The record is as large as the manifest, so it is not written for each head, but after this many milliseconds. */
const HEADS_MS = 10_000;

export type OutgoingRecordPorts = {
  readonly outbox: Catalog<SentRecord>;
  /** Unix time in milliseconds. */
  readonly now: () => number;
  readonly schedule: (task: () => void, ms: number) => () => void;
};

export class OutgoingRecord {
  readonly #named: SentNames;
  readonly #files: OutgoingFiles;
  readonly #ports: OutgoingRecordPorts;
  /** The number of heads in the record. */
  #heads: number;
  #cancelHeads: (() => void) | undefined;
  #isOver = false;

  /** `from`: the record of an earlier visit. */
  constructor(named: SentNames, files: OutgoingFiles, from: SentRecord | undefined, ports: OutgoingRecordPorts) {
    this.#named = named;
    this.#files = files;
    this.#ports = ports;
    this.#heads = from ? files.heads.count : 0;
  }

  write(): void {
    const { entries, accepted, origins, heads } = this.#files;
    this.#heads = heads.count;
    const begin = heads.record && { heads: heads.record };
    const ranges = accepted && { ranges: toRanges(accepted) };
    const at = this.#ports.now();
    const record = { ...this.#named, at, age: newAge(at), entries, ...ranges, ...begin };
    void this.#ports.outbox.put(origins ? { ...record, origins } : record);
  }

  /** More heads may be known: they are recorded within `ms` milliseconds. */
  noteHeads(ms = HEADS_MS): void {
    const isNews = this.#files.heads.count > this.#heads && !this.#isOver;
    if (isNews && ms > 0 && this.#cancelHeads) return;
    this.#cancelHeads?.();
    this.#cancelHeads = undefined;
    if (!isNews) return;
    if (ms === 0) this.write();
    else
      this.#cancelHeads = this.#ports.schedule(() => {
        this.#cancelHeads = undefined;
        this.noteHeads(0);
      }, ms);
  }

  /** The transfer has ended: no later visit may resume it. */
  delete(): void {
    this.#isOver = true;
    this.noteHeads();
    void this.#ports.outbox.delete(this.#named.key);
  }
}
