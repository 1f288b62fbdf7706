/** All messages of this device: in memory, because a person has hundreds, and each written before it counts as kept. */
import { type EventId, eventId } from '../../protocol/event.ts';
import type { PublicKey } from '../../protocol/keys.ts';
import { ParseError } from '../../protocol/parse.ts';
import type { Journal } from '../store/journal.ts';
import type { Life } from '../store/life.ts';
import { type MessageRecord, recordIn } from './record.ts';

/** Ids of messages that a person took off this device: a copy that comes later is not shown. The newest of these are known. */
export const MOST_FORGOTTEN = 2_000;

export type MessagesPorts = {
  readonly journal: Pick<Journal, 'write'>;
  readonly life: Life;
  /** These are new or changed, or gone. */
  readonly changed: (ids: readonly EventId[]) => void;
};

export class Messages {
  readonly #ports: MessagesPorts;
  readonly #all = new Map<EventId, MessageRecord>();
  /** The one that was taken off first is first. */
  readonly #forgotten: Set<EventId>;
  /** Those that are in memory alone: the browser has refused them, or has not answered yet. */
  readonly #unwritten = new Set<EventId>();

  /** `stored`: what earlier visits left. */
  constructor(ports: MessagesPorts, stored: readonly (readonly [key: IDBValidKey, value: unknown])[]) {
    this.#ports = ports;
    const records = stored.flatMap(([, value]) => recordIn(value) ?? []);
    for (const record of records.sort((a, b) => a.lived - b.lived)) this.#all.set(record.rumor.id, record);
    const forgotten = stored.flatMap(([key, value]) => forgottenIn(key, value) ?? []);
    this.#forgotten = new Set(forgotten.sort((a, b) => a.lived - b.lived).map(({ id }) => id));
  }

  get all(): Iterable<MessageRecord> {
    return this.#all.values();
  }

  get(id: EventId): MessageRecord | undefined {
    return this.#all.get(id);
  }

  /** True for those that are here, and for those that a person took off this device. */
  knows(id: EventId): boolean {
    return this.#all.has(id) || this.#forgotten.has(id);
  }

  of(other: PublicKey): readonly MessageRecord[] {
    return [...this.#all.values()].filter((record) => record.with === other);
  }

  /** False for those that are gone with this page: nobody is told that they are here. */
  isWritten(id: EventId): boolean {
    return !this.#unwritten.has(id);
  }

  /** Resolves to whether it is written; where the browser refuses, it is shown, and lives in memory. */
  async keep(record: MessageRecord): Promise<boolean> {
    const { id } = record.rumor;
    if (!this.#all.has(id)) this.#unwritten.add(id);
    this.#all.set(id, record);
    this.#ports.changed([id]);
    const isWritten = await this.#ports.journal.write({ put: [[id, record]] });
    if (isWritten) this.#unwritten.delete(id);
    return isWritten;
  }

  /** Changes one that is still here. Resolves to false when that could not be written. */
  async change(id: EventId, change: (record: MessageRecord) => MessageRecord): Promise<boolean> {
    const record = this.#all.get(id);
    return record === undefined || this.keep(change(record));
  }

  /** Takes them off this device. Resolves to false when the browser refuses that: what it has stored is then here as before. */
  async forget(ids: readonly EventId[]): Promise<boolean> {
    const stored = ids.flatMap((id) => (this.isWritten(id) ? (this.#all.get(id) ?? []) : []));
    const isWritten = await this.#takeOff(ids);
    const back = isWritten ? [] : stored;
    for (const record of back) {
      this.#forgotten.delete(record.rumor.id);
      this.#all.set(record.rumor.id, record);
    }
    this.#ports.changed(ids);
    return back.length === 0;
  }

  /** Makes room: it is gone whatever the browser says, or those that come would be more and more. */
  async drop(id: EventId): Promise<void> {
    const isWritten = this.#takeOff([id]);
    this.#ports.changed([id]);
    await isWritten;
  }

  async #takeOff(ids: readonly EventId[]): Promise<boolean> {
    const { journal, life } = this.#ports;
    const here = ids.filter((id) => this.#all.delete(id));
    for (const id of here) {
      this.#unwritten.delete(id);
      this.#forgotten.add(id);
    }
    const surplus = [...this.#forgotten].slice(0, Math.max(0, this.#forgotten.size - MOST_FORGOTTEN));
    for (const old of surplus) this.#forgotten.delete(old);
    const known = here.filter((id) => this.#forgotten.has(id));
    const put = known.map((id) => [id, { forgotten: life.now }] as const);
    if (here.length === 0 || (await journal.write({ put, delete: surplus }))) return true;
    // A full disk may take no word of it, and yet give room.
    return journal.write({ delete: [...here, ...surplus] });
  }
}

/** When it was taken off this device, in the count of `Life`: the storage gives them in the order of their ids. */
function forgottenIn(key: IDBValidKey, value: unknown): { readonly id: EventId; readonly lived: number } | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { forgotten: lived } = value as Readonly<Record<string, unknown>>;
  if (typeof lived !== 'number' || !Number.isFinite(lived)) return undefined;
  try {
    return { id: eventId(key, 'id'), lived };
  } catch (error) {
    if (error instanceof ParseError) return undefined;
    throw error;
  }
}
