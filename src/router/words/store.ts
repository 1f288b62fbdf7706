/**
 * The catalogue and the journal, kept in step: what is in the one is in the other, and after a crash the first is made from the second
 * again. Decides nothing: what may come and what has to go is the shelf's business (`shelf.ts`).
 */
import type { EventId, HexKey, SignedEvent } from '../../protocol/event.ts';
import { blobsOf, heldFor } from '../../words/admission.ts';
import { type Bringer, Unreadable } from '../../words/holding.ts';
import type { Log } from '../machine/log.ts';
import type { End } from './api.ts';
import { Catalogue, type Entry, hasLivedHere, keptTags } from './catalogue.ts';
import { Departed, type Departure } from './departed.ts';
import { type Disk, DiskError } from './disk.ts';
import { Journal, type Place } from './journal.ts';
import type { Lifetime } from './lifetime.ts';
import { recordBytes } from './record.ts';
import type { Load, Stock } from './stock.ts';
import { textOf, type Written, writtenIn } from './written.ts';

type Put = Extract<Written, { type: 'put' }>;

export type StoreOptions = {
  readonly disk: Disk;
  readonly log: Log;
  readonly stock: Stock;
  readonly lifetime: Lifetime;
  /** For how long anything is held, in seconds. */
  readonly holdS: number;
  /** Whose labels are believed here. */
  readonly operator: HexKey;
};

export class Store {
  readonly catalogue = new Catalogue();
  readonly departed: Departed;
  readonly #options: StoreOptions;
  #journal: Journal | undefined;
  /** The newest record that only says for how long the shelf has lived. */
  #livedAt: Place | undefined;
  #hasFailed = false;
  /** Called for each event that goes. */
  onGone: (entry: Entry, why: End) => void = () => {};

  private constructor(options: StoreOptions) {
    this.#options = options;
    this.departed = new Departed(options.holdS);
  }

  /** Rejects with a `DiskError` when the folder cannot be read. */
  static async open(options: StoreOptions): Promise<Store> {
    const store = new Store(options);
    const unneeded: Place[] = [];
    const journal = await Journal.open(options.disk, options.log, (text, place) => {
      unneeded.push(...store.#replay(writtenIn(text), place));
    });
    for (const place of unneeded) journal.release(place);
    store.#journal = journal;
    return store;
  }

  /** What is written of an event that comes now. */
  written(event: SignedEvent, seen: number, by: Bringer): { readonly text: string; readonly load: Load } {
    const text = textOf({ type: 'put', at: this.#options.lifetime.lived, seen, by, event });
    return { text, load: loadOf(event, by, recordBytes(text)) };
  }

  readonly isOperator = (key: HexKey): boolean => key === this.#options.operator;

  /** Resolves once it is on the disk; with `undefined` when the disk has failed. Its `load` is counted from the first moment. */
  async add(
    { text, load }: { text: string; load: Load },
    event: SignedEvent,
    seen: number,
  ): Promise<Entry | undefined> {
    const came = this.#options.lifetime.lived;
    this.#options.stock.add(load);
    const place = await this.#append(text);
    if (place === undefined) {
      this.#options.stock.subtract(load);
      return undefined;
    }
    const entry = this.#entryOf({ event, seen, at: came, by: load.by }, place);
    this.catalogue.add(entry);
    this.departed.forgive(event.id);
    return entry;
  }

  /** It goes when what needs its room is written: until then it is held, and does not count. */
  leave(entry: Entry): void {
    entry.isLeaving = true;
    this.#options.stock.subtract(loadOfEntry(entry));
  }

  stay(entry: Entry): void {
    if (!entry.isLeaving || this.catalogue.get(entry.id) !== entry) return;
    entry.isLeaving = false;
    this.#options.stock.add(loadOfEntry(entry));
  }

  /** From this moment on it is not held. That this is on the disk is not waited for: what follows from it follows again at a start. */
  drop(entry: Entry, why: End): void {
    if (this.catalogue.get(entry.id) !== entry) return;
    const { lifetime } = this.#options;
    const released = this.#forget(entry, why, lifetime.lived);
    for (const place of released) this.#journal?.release(place);
    const departure = this.departed.get(entry.id);
    if (departure !== undefined) void this.#writeDown(entry.id, departure);
    this.onGone(entry, why);
  }

  /** False when the disk does not take it. */
  async #writeDown(id: EventId, departure: Departure): Promise<boolean> {
    const { why, at } = departure;
    const place = await this.#append(textOf({ type: 'gone', at, id, why }));
    if (place === undefined) return false;
    if (this.departed.get(id) === departure && departure.place === undefined) departure.place = place;
    else this.#journal?.release(place);
    return true;
  }

  /**
   * The event as it was put; `undefined` when it has gone. What the disk gives back changed is let go: somebody else may have it still.
   * Rejects with `Unreadable` when the disk gives nothing back now.
   */
  async read(entry: Entry): Promise<SignedEvent | undefined> {
    for (let place: Place | undefined; place !== entry.place; ) {
      place = entry.place;
      const text = await this.#textAt(place);
      if (this.catalogue.get(entry.id) !== entry) return undefined;
      if (place !== entry.place) continue; // its segment was written anew meanwhile
      if (text === 'unreadable') throw new Unreadable();
      const written = text === undefined ? undefined : writtenIn(text);
      if (written?.type === 'put' && written.event.id === entry.id) return written.event;
    }
    this.#options.log.warn('words: an event has changed on the disk, and is let go');
    this.drop(entry, 'lost');
    return undefined;
  }

  /** Writes for how long the shelf has lived, forgets what is over, and gives room back to the disk. */
  async tick(): Promise<void> {
    const { lifetime } = this.#options;
    const journal = this.#journal;
    if (journal === undefined) return;
    const written = await Promise.all(
      this.departed.unwritten().map(([id, one]) => this.catalogue.get(id) !== undefined || this.#writeDown(id, one)),
    );
    for (const place of this.departed.forget(lifetime.lived, (one) => journal.isThere(one))) journal.release(place);
    if (this.catalogue.size > 0 || this.departed.size > 0) {
      const place = await this.#append(textOf({ type: 'lived', at: lifetime.lived }));
      if (place !== undefined) {
        if (this.#livedAt !== undefined) journal.release(this.#livedAt);
        this.#livedAt = place;
      }
    }
    // While it stands nowhere that something has gone, its own record must not go either: it says what the deletion was about.
    if (written.includes(false)) return;
    await journal.tidy({
      needs: (text, place) => this.#standsAt(writtenIn(text), place) === true,
      moved: (text, from, to) => this.#standsAt(writtenIn(text), from, to) === true,
    });
  }

  async stop(): Promise<void> {
    await this.#journal?.stop();
  }

  /** Returns where records stand that nobody needs. */
  #replay(written: Written | undefined, place: Place): readonly Place[] {
    if (written === undefined) return [place];
    this.#options.lifetime.hasBeen(written.at);
    switch (written.type) {
      case 'lived': {
        const before = this.#livedAt;
        this.#livedAt = place;
        return before === undefined ? [] : [before];
      }
      case 'gone': {
        const { id, why, at } = written;
        const entry = this.catalogue.get(id);
        if (entry !== undefined) {
          const released = this.#forget(entry, why, at);
          const departure = this.departed.get(id);
          if (departure !== undefined) departure.place = place;
          return released;
        }
        const before = this.departed.get(id);
        this.departed.add(id, { why, at, place, ghosts: before?.ghosts ?? [], isOver: false });
        return before?.place === undefined ? [] : [before.place];
      }
      case 'put':
        return this.#replayPut(written, place);
    }
  }

  #replayPut(written: Put, place: Place): readonly Place[] {
    const before = this.catalogue.get(written.event.id);
    if (before !== undefined) this.catalogue.remove(before);
    if (before !== undefined) this.#options.stock.subtract(loadOfEntry(before));
    const entry = this.#entryOf(written, place);
    this.#options.stock.add(loadOfEntry(entry));
    this.catalogue.add(entry);
    this.departed.forgive(entry.id);
    return before === undefined ? [] : [before.place];
  }

  /** Returns where records stand that nobody needs. */
  #forget(entry: Entry, why: End, at: number): readonly Place[] {
    if (!entry.isLeaving) this.#options.stock.subtract(loadOfEntry(entry));
    this.catalogue.remove(entry);
    const before = this.departed.get(entry.id);
    const ghosts = [...(before?.ghosts ?? []), entry.place];
    // An end that somebody only said bars nothing: it is as if the disk had lost it.
    const lasting = why === 'ended' && !hasLivedHere(entry, at) ? 'lost' : why;
    this.departed.add(entry.id, { why: lasting, at, place: undefined, ghosts, isOver: false });
    return [entry.place, ...(before?.place ? [before.place] : [])];
  }

  #entryOf({ event, seen, at: came, by }: Pick<Put, 'event' | 'seen' | 'at' | 'by'>, place: Place): Entry {
    const { id, kind, pubkey, created_at } = event;
    const ends = seen + heldFor(event, this.#options.holdS, this);
    const found = { tags: keptTags(event), blobs: blobsOf(event) };
    return {
      id,
      kind,
      pubkey,
      created_at,
      ...found,
      seen,
      came,
      ends,
      by,
      bytes: place.bytes,
      place,
      isLeaving: false,
    };
  }

  /** True when that record is needed, which stands at `place`; it stands at `to` from now on, if that is given. */
  #standsAt(written: Written | undefined, place: Place, to?: Place): boolean {
    const now = this.#placeOf(written);
    if (now?.get() === undefined || !isSame(now.get(), place)) return false;
    if (to !== undefined) now.set(to);
    return true;
  }

  #placeOf(written: Written | undefined): { get(): Place | undefined; set(to: Place): void } | undefined {
    switch (written?.type) {
      case 'lived':
        return { get: () => this.#livedAt, set: (to) => (this.#livedAt = to) };
      case 'put':
        return placeIn(this.catalogue.get(written.event.id));
      case 'gone':
        return placeIn(this.departed.get(written.id));
    }
    return undefined;
  }

  async #append(text: string): Promise<Place | undefined> {
    try {
      const place = await this.#journal?.append(text);
      if (this.#hasFailed) this.#options.log.info('words: the disk takes what is put again');
      this.#hasFailed = false;
      return place;
    } catch (error) {
      if (!(error instanceof DiskError)) throw error;
      if (!this.#hasFailed) this.#options.log.error(`words: the disk does not take what is put (${error.code})`);
      this.#hasFailed = true;
      return undefined;
    }
  }

  async #textAt(place: Place): Promise<string | 'unreadable' | undefined> {
    try {
      return await this.#journal?.read(place);
    } catch (error) {
      if (!(error instanceof DiskError)) throw error;
      return 'unreadable';
    }
  }
}

const loadOf = ({ pubkey }: Pick<SignedEvent, 'pubkey'>, by: Bringer, bytes: number): Load => ({
  by,
  bytes,
  events: 1,
  isOwn: by.is === 'device' && by.key === pubkey,
});
const loadOfEntry = (entry: Entry): Load => loadOf(entry, entry.by, entry.bytes);

const isSame = (a: Place | undefined, b: Place): boolean =>
  a?.segment === b.segment && a.generation === b.generation && a.offset === b.offset;

const placeIn = (one: { place: Place | undefined } | undefined) =>
  one && {
    get: () => one.place,
    set: (to: Place) => {
      one.place = to;
    },
  };
