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
import type { Disk } from './disk.ts';
import type { Keeper, Place } from './journal.ts';
import type { Lifetime } from './lifetime.ts';
import { recordBytes } from './record.ts';
import { Records } from './records.ts';
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
  #records: Records | undefined;
  /** The newest record that only says for how long the shelf has lived. */
  #livedAt: Place | undefined;
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
    const records = await Records.open(options.disk, options.log, (text, place) => {
      unneeded.push(...store.#replay(writtenIn(text), place));
    });
    for (const place of unneeded) records.release(place);
    store.#records = records;
    return store;
  }

  /** False while the disk is so full that only what makes room is taken. */
  get isRoomy(): boolean {
    return this.#records?.isRoomy ?? false;
  }

  /** What is written of an event that comes now. */
  written(event: SignedEvent, seen: number, by: Bringer): { readonly text: string; readonly load: Load } {
    const text = textOf({ type: 'put', at: this.#options.lifetime.lived, seen, by, event });
    return { text, load: loadOf(event, by, recordBytes(text)) };
  }

  readonly isOperator = (key: HexKey): boolean => key === this.#options.operator;

  /**
   * Resolves once it is on the disk; with `undefined` when the disk has failed. Its `load` is counted from the first moment. What takes
   * back something that is held makes room, and finds some on a full disk.
   */
  async add(
    { text, load }: { text: string; load: Load },
    event: SignedEvent,
    seen: number,
  ): Promise<Entry | undefined> {
    const came = this.#options.lifetime.lived;
    this.#options.stock.add(load);
    const place = await this.#records?.append(text, this.catalogue.concerns(event));
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
    for (const place of released) this.#records?.release(place);
    const departure = this.departed.get(entry.id);
    if (departure !== undefined) void this.#writeDown(entry.id, departure);
    this.onGone(entry, why);
  }

  /** False when the disk does not take it. */
  async #writeDown(id: EventId, departure: Departure): Promise<boolean> {
    const { why, at } = departure;
    const place = await this.#records?.append(textOf({ type: 'gone', at, id, why }), true);
    if (place === undefined) return false;
    if (this.departed.get(id) === departure && departure.place === undefined) departure.place = place;
    else this.#records?.release(place);
    return true;
  }

  /**
   * The event as it was put; `undefined` when it has gone. What the disk gives back changed is let go: somebody else may have it still.
   * Rejects with `Unreadable` when the disk gives nothing back now.
   */
  async read(entry: Entry): Promise<SignedEvent | undefined> {
    for (let place: Place | undefined; place !== entry.place; ) {
      place = entry.place;
      const text = await this.#records?.read(place);
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
    const records = this.#records;
    if (records === undefined) return;
    await Promise.all(this.#unwritten().map(([id, one]) => this.#writeDown(id, one)));
    for (const place of this.departed.forget(lifetime.lived, (one) => records.isThere(one))) records.release(place);
    if (this.catalogue.size > 0 || this.departed.size > 0) {
      // Urgent: without it what is held on a full disk would be younger after each power cut, and end never.
      const place = await records.append(textOf({ type: 'lived', at: lifetime.lived }), true);
      if (place !== undefined) {
        if (this.#livedAt !== undefined) records.release(this.#livedAt);
        this.#livedAt = place;
      }
    }
    // While it stands nowhere that something has gone, its own record must not go either: it says what the deletion was about.
    const ghosts = new Set(this.#unwritten().flatMap(([, one]) => one.ghosts.map(fileOf)));
    const keeper: Keeper = {
      needs: (text, place) => this.#standsAt(writtenIn(text), place) === true,
      moved: (text, from, to) => this.#standsAt(writtenIn(text), from, to) === true,
      keeps: (file) => ghosts.has(fileOf(file)),
    };
    await records.tidy(keeper, lifetime.lived);
  }

  /** What has gone, and is not held again, of which no record stands. */
  #unwritten(): readonly (readonly [EventId, Departure])[] {
    return this.departed.unwritten().filter(([id]) => this.catalogue.get(id) === undefined);
  }

  async stop(): Promise<void> {
    await this.#records?.stop();
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
}

const loadOf = ({ pubkey }: Pick<SignedEvent, 'pubkey'>, by: Bringer, bytes: number): Load => ({
  by,
  bytes,
  events: 1,
  isOwn: by.is === 'device' && by.key === pubkey,
});
const loadOfEntry = (entry: Entry): Load => loadOf(entry, entry.by, entry.bytes);

const fileOf = ({ segment, generation }: Pick<Place, 'segment' | 'generation'>): string => `${segment}.${generation}`;

const isSame = (a: Place | undefined, b: Place): boolean =>
  a?.segment === b.segment && a.generation === b.generation && a.offset === b.offset;

const placeIn = (one: { place: Place | undefined } | undefined) =>
  one && {
    get: () => one.place,
    set: (to: Place) => {
      one.place = to;
    },
  };
