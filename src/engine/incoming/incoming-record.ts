/**
 * The record of one incoming transfer in the catalog, by which the next visit finds it, and the person's marks on it.
 */
import { type Age, leftUnfinished, newAge } from '../../transfer/keeping.ts';
import { type Mark, type Marks, marked, UNMARKED } from '../../transfer/marks.ts';
import type { Agreement } from '../../transfer/receiving.ts';
import type { Kept } from '../../transfer/view.ts';
import type { Catalog, Named, ReceivedRecord } from '../records/catalog.ts';
import { StoreError } from '../store/store.ts';

export type IncomingRecordPorts = {
  readonly catalog: Catalog<ReceivedRecord>;
  /** True if stored bytes are lost when the page is closed. */
  readonly isFleeting: boolean;
  /** Unix time in milliseconds. */
  readonly now: () => number;
};

type RecordedState = { readonly state: 'receiving' } | { readonly state: 'saved'; readonly digest: string };

export class IncomingRecord {
  readonly #named: Named;
  readonly #ports: IncomingRecordPorts;
  /** Always replaced by a new value. */
  #kept: Kept;
  /** True if the catalog, as far as is known, has its record. */
  #isRecorded: boolean;

  /** `from`: the record of an earlier visit. */
  constructor(named: Named, from: ReceivedRecord | undefined, ports: IncomingRecordPorts) {
    this.#named = named;
    this.#ports = ports;
    this.#isRecorded = from !== undefined;
    this.#kept = { at: from?.at ?? ports.now(), ...UNMARKED, ...this.#fleeting };
    if (!from) return;
    if (from.isUnasked) this.markUnasked();
    if (from.age) this.#kept = { ...this.#kept, goesAt: from.age.seenAt + leftUnfinished(from.age) };
    if (from.state !== 'saved') return;
    const { handedOver = [], elsewhere = [], isHidden, deleted } = from;
    this.#kept = { ...this.#kept, handedOver, elsewhere, ...(isHidden && { isHidden }), ...(deleted && { deleted }) };
  }

  /** The part that a screen shows. A new value after each change. */
  get kept(): Kept {
    return this.#kept;
  }

  /** The person here was not asked. Recorded together with what is accepted. */
  markUnasked(): void {
    this.#kept = { ...this.#kept, isUnasked: true };
  }

  get #fleeting(): { readonly isFleeting?: true } {
    return this.#ports.isFleeting ? { isFleeting: true } : {};
  }

  get #unasked(): { readonly isUnasked?: true } {
    return this.#kept.isUnasked ? { isUnasked: true } : {};
  }

  /** How long it has been in the trash; `undefined` when it is not there. */
  get deleted(): Age | undefined {
    return this.#kept.deleted;
  }

  /** Takes a person's mark on saved files; true when it says anything new. `writeMarks` records it. */
  mark(mark: Mark, files: number): boolean {
    const next: Marks = marked(this.#kept, mark, files);
    if (next === this.#kept) return false;
    this.#kept = { ...next, ...this.#fleeting, ...this.#unasked, at: this.#kept.at };
    return true;
  }

  /** A lost mark costs a question, and no file. */
  async writeMarks(agreement: Agreement, digest: string): Promise<void> {
    await this.#ports.catalog.put(this.#asRecord(agreement, { state: 'saved', digest }));
  }

  /** A browser that keeps no records can still receive; the files then last until the page is closed. */
  async write(agreement: Agreement, state: RecordedState): Promise<void> {
    const at = this.#ports.now();
    const { goesAt: _, ...marks } = this.#kept;
    this.#kept = { ...marks, at, ...(state.state === 'receiving' && { goesAt: at + leftUnfinished(newAge(at)) }) };
    const kept = await this.#ports.catalog.put(this.#asRecord(agreement, state));
    if (kept.ok) this.#isRecorded = true;
    else if (kept.failure === 'full') throw new StoreError('storage-full', kept.cause);
    // The next visit would take the transfer for unfinished, although its sender was told that it is here.
    else if (state.state === 'saved' && this.#isRecorded) throw new StoreError('storage-failed', kept.cause);
  }

  async delete(): Promise<void> {
    await this.#ports.catalog.delete(this.#named.key);
  }

  #asRecord({ entries, ranges }: Agreement, state: RecordedState): ReceivedRecord {
    const record = { ...this.#named, ...this.#unasked, at: this.#kept.at, entries, ranges };
    return state.state === 'receiving'
      ? { ...record, age: newAge(record.at), ...state }
      : { ...record, ...this.#kept, ...state };
  }
}
