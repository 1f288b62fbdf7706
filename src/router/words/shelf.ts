/**
 * The shelf: events that this router holds for those who are not here. It decides what may come, what has to go, and who is given what.
 * Everything is counted from first sight, in seconds of the shelf's own life (`lifetime.ts`).
 */
import { type EventId, hexOf, isGenuine, rumorOf, type SignedEvent, signedBy } from '../../protocol/event.ts';
import type { Filter } from '../../protocol/filter.ts';
import { publicKeyOf, type SecretKey } from '../../protocol/keys.ts';
import { flawOf, heldFor } from '../../words/admission.ts';
import { type Bringer, type Held, type Item, type Outcome, Unreadable } from '../../words/holding.ts';
import { DELETION, LABEL, POST } from '../../words/kinds.ts';
import { type LabelWord, labelDraft, labelIn } from '../../words/label.ts';
import type { Refused } from '../../words/refusal.ts';
import type { Log } from '../machine/log.ts';
import { ENDS, type End, type Listed, type Naming, type Shelf, type ShelfCounts } from './api.ts';
import { type Entry, hasLivedHere, keptTags } from './catalogue.ts';
import type { Disk } from './disk.ts';
import { whoGoes } from './going.ts';
import { Lifetime } from './lifetime.ts';
import { beginningIn, type Labelled, type ListedLetter, lettersIn, missingIn, newest } from './listing.ts';
import { EVERYBODY_GOES } from './room.ts';
import { type Load, type Loan, NO_LOAN, ownerOf, type Stock } from './stock.ts';
import { Store } from './store.ts';

export type ShelfOptions = {
  readonly disk: Disk;
  readonly log: Log;
  readonly stock: Stock;
  /** For how long anything is held, in days. */
  readonly days: number;
  /** By whose labels are made here. */
  readonly operator: SecretKey;
  /** Seconds of a clock that only goes on. */
  readonly now: () => number;
  /** Seconds since 1970, as this machine believes. */
  readonly date: () => number;
};

/** What goes for something that comes. */
type Room = { readonly going: readonly Entry[]; readonly loan: Loan };

const DAY_S = 86_400;
/** The operator's own words come from nobody's share but this. */
const OPERATOR: Bringer = { is: 'router', id: 'operator' };

export class KeptShelf implements Shelf {
  readonly #options: ShelfOptions;
  readonly #store: Store;
  readonly #lifetime: Lifetime;
  readonly #coming = new Map<EventId, Promise<Outcome>>();
  readonly #watchers = new Set<(held: Held, by: Bringer) => void>();
  readonly #gone = Object.fromEntries(ENDS.map((end) => [end, 0])) as Record<End, number>;
  readonly #refused: Partial<Record<Refused, number>> = {};
  /** Called when an event that names those bytes has gone, with who had brought it. */
  onLetGo: (sha256: string, by: Bringer) => void = () => {};
  #isStopped = false;

  private constructor(options: ShelfOptions, store: Store, lifetime: Lifetime) {
    this.#options = options;
    this.#store = store;
    this.#lifetime = lifetime;
    store.onGone = (entry, why) => this.#whenGone(entry, why);
  }

  /** Rejects with a `DiskError` when the folder cannot be read. */
  static async open(options: ShelfOptions): Promise<KeptShelf> {
    const { disk, log, stock, days, now } = options;
    const lifetime = new Lifetime(now);
    const operator = hexOf(publicKeyOf(options.operator));
    const store = await Store.open({ disk, log, stock, lifetime, holdS: days * DAY_S, operator });
    const shelf = new KeptShelf(options, store, lifetime);
    shelf.#settle();
    return shelf;
  }

  /** What follows from what is held, and was perhaps not written before the end of the last life. */
  #settle(): void {
    for (const entry of [...this.#store.catalogue.all()]) {
      // Labels of another operator: the router has another mesh key now.
      if (entry.kind === LABEL && !this.#store.isOperator(entry.pubkey)) this.#store.drop(entry, 'ended');
      else this.#act(entry);
    }
    this.#endThoseThatEnd();
    const { stock } = this.#options;
    const short = stock.short({ bytes: 0, events: 0 });
    const going = whoGoes(this.#store.catalogue, this.lived, EVERYBODY_GOES, short, stock);
    for (const entry of going ?? []) this.#store.drop(entry, 'evicted');
  }

  /** For how long it has lived, in seconds. */
  get lived(): number {
    return this.#lifetime.lived;
  }

  /** False while the disk is so full that only what makes room is taken. */
  get isRoomy(): boolean {
    return this.#store.isRoomy;
  }

  has(id: EventId): boolean {
    const entry = this.#store.catalogue.get(id);
    return entry !== undefined && this.#isGiven(entry);
  }

  isGone(id: EventId): boolean {
    const entry = this.#store.catalogue.get(id);
    if (entry === undefined) return this.#store.departed.why(id, this.lived) !== undefined;
    return entry.ends > this.lived ? !this.#isGiven(entry) : hasLivedHere(entry, this.lived);
  }

  items(filter: Filter): readonly Item[] {
    const items: Item[] = [];
    for (const entry of this.#store.catalogue.matching(filter))
      if (this.#isGiven(entry)) items.push({ id: entry.id, created_at: entry.created_at });
    return items;
  }

  async *query(filter: Filter): AsyncGenerator<Held> {
    const found = [...this.#store.catalogue.matching(filter)].filter((entry) => this.#isGiven(entry));
    let unreadable = 0;
    for (const entry of newest(found).slice(0, filter.limit)) {
      const held = await this.#held(entry);
      if (held === 'unreadable') unreadable += 1;
      else if (held !== undefined && this.#isGiven(entry)) yield held;
    }
    if (unreadable > 0) throw new Unreadable();
  }

  async *list(): AsyncGenerator<Listed> {
    const { catalogue } = this.#store;
    for (const entry of newest([...catalogue.matching({ kinds: [POST] })])) {
      const held = await this.#held(entry);
      if (held !== undefined && held !== 'unreadable')
        yield { ...held, labels: [...catalogue.labels(entry.id)], bytes: entry.bytes };
    }
  }

  letters(): Iterable<ListedLetter> {
    return lettersIn(this.#store.catalogue, this.lived);
  }

  missing(): Iterable<Labelled> {
    return missingIn(this.#store.catalogue);
  }

  beginning(id: string): readonly EventId[] {
    return beginningIn(this.#store.catalogue, id);
  }

  watch(listener: (held: Held, by: Bringer) => void): () => void {
    this.#watchers.add(listener);
    return () => this.#watchers.delete(listener);
  }

  async put(event: SignedEvent, ageS: number, by: Bringer): Promise<Outcome> {
    const outcome = await this.#put(event, ageS, by);
    if (outcome !== 'held' && outcome !== 'known') this.#refused[outcome] = (this.#refused[outcome] ?? 0) + 1;
    return outcome;
  }

  async label(word: LabelWord, id: EventId): Promise<Outcome> {
    const { catalogue } = this.#store;
    if (catalogue.get(id)?.kind === undefined) return 'malformed';
    if (catalogue.labels(id).has(word)) return 'known';
    return this.put(
      this.#signed((now) => labelDraft({ word, target: id }, now)),
      0,
      OPERATOR,
    );
  }

  async unlabel(word: LabelWord, id: EventId): Promise<Outcome> {
    const labels = this.#store.catalogue.labelsOf(id, word);
    if (labels.length === 0) return 'known';
    const tags = [...labels.map((label) => ['e', label.id]), ['k', String(LABEL)]];
    return this.put(
      this.#signed((created_at) => ({ kind: DELETION, created_at, tags, content: '' })),
      0,
      OPERATOR,
    );
  }

  remove(id: EventId): Promise<Outcome> {
    return this.label('remove', id);
  }

  markElsewhere(id: EventId, router: string): void {
    this.#store.catalogue.markElsewhere(id, router);
  }

  naming(sha256: string): Naming {
    const { catalogue } = this.#store;
    const entries = catalogue.naming(sha256);
    return {
      isNamed: entries.length > 0,
      bringers: entries.map(({ by }) => by),
      isHidden: entries.length > 0 && !entries.some((entry) => this.#isGiven(entry)),
      isPinned: entries.some(({ id }) => catalogue.labels(id).has('pin')),
      elsewhere: Math.max(0, ...entries.map(({ id }) => catalogue.elsewhere(id))),
    };
  }

  counts(): ShelfCounts {
    const { stock, days } = this.#options;
    return {
      ...this.#store.catalogue.counts(),
      bytes: stock.held.bytes,
      bytesAtMost: stock.most.bytes,
      eventsAtMost: stock.most.events,
      days,
      gone: { ...this.#gone },
      refused: { ...this.#refused },
    };
  }

  /** To be called once a minute: what has ended goes, and for how long the shelf has lived is written. */
  async tick(): Promise<void> {
    if (this.#isStopped) return;
    this.#endThoseThatEnd();
    await this.#store.tick();
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    await this.#store.stop();
  }

  async #put(event: SignedEvent, ageS: number, by: Bringer): Promise<Outcome> {
    if (this.#isStopped) return 'disk';
    const { id } = event;
    const before = this.#store.catalogue.get(id);
    if (before !== undefined && before.ends > this.lived) return this.has(id) ? 'known' : 'removed'; // it is hidden
    if (before !== undefined) this.#store.drop(before, 'ended'); // and it may come again, if that was only said
    const coming = this.#coming.get(id);
    if (coming !== undefined) return (await coming) === 'held' ? 'known' : coming;
    const seen = this.lived - this.#ageOf(event, ageS, by);
    const refused = this.#refusal(event, seen);
    if (refused !== undefined) return refused;
    const written = this.#store.written(event, seen, by);
    if (!this.#options.stock.mayAdd(written.load)) return 'quota';
    const room = this.#roomFor(event, seen, written.load);
    if (room === undefined) return 'full';
    const keeping = this.#keep(event, seen, written, room);
    this.#coming.set(id, keeping);
    try {
      return await keeping;
    } finally {
      this.#coming.delete(id);
    }
  }

  /** What takes back or hides something that is held lasts as long as that, however old a phone calls it. */
  #ageOf(event: SignedEvent, ageS: number, by: Bringer): number {
    return by.is === 'device' && this.#store.catalogue.concerns(event) ? 0 : Math.max(0, Math.floor(ageS));
  }

  /** Why it may not be held, whoever brings it. */
  #refusal(event: SignedEvent, seen: number): Refused | undefined {
    const { catalogue, departed } = this.#store;
    const { lived } = this.#lifetime;
    const why = departed.why(event.id, lived);
    if (why === 'ended') return 'ended';
    if (why === 'deleted' || why === 'removed') return why;
    const flaw = flawOf(event, this.#store);
    if (flaw !== undefined) return flaw;
    if (seen + heldFor(event, this.#holdS, this.#store) <= lived) return 'ended';
    if (!isGenuine(event)) return 'not-genuine';
    const labels = catalogue.labels(event.id);
    const isTaken = catalogue.isTakenBack({ ...event, tags: keptTags(event) });
    if (!isTaken && !labels.has('remove') && !labels.has('hide')) return undefined;
    const gone = {
      why: isTaken ? 'deleted' : 'removed',
      at: lived,
      place: undefined,
      ghosts: [],
      isOver: false,
    } as const;
    // What was said of it was said before it came: now that it is known to be true, nobody needs to send it.
    if (departed.get(event.id) === undefined && !labels.has('hide')) departed.add(event.id, gone);
    return gone.why;
  }

  async #keep(
    event: SignedEvent,
    seen: number,
    written: ReturnType<Store['written']>,
    { going, loan }: Room,
  ): Promise<Outcome> {
    for (const entry of going) this.#store.leave(entry);
    const entry = await this.#store.add(written, event, seen);
    loan.end(entry !== undefined);
    if (entry === undefined) {
      for (const one of going) this.#store.stay(one);
      return 'disk';
    }
    for (const one of going) this.#store.drop(one, 'evicted');
    // What takes it back may have come while it was written.
    if (this.#store.catalogue.isTakenBack(entry)) this.#store.drop(entry, 'deleted');
    else if (this.#store.catalogue.labels(entry.id).has('remove')) this.#store.drop(entry, 'removed');
    this.#act(entry);
    const held = { event, ageS: this.lived - seen };
    if (this.has(entry.id)) for (const listener of this.#watchers) listener(held, written.load.by);
    return 'held';
  }

  /** Does what an event says that is held now. */
  #act(entry: Entry): void {
    const why = entry.kind === LABEL ? 'removed' : 'deleted';
    for (const target of this.#store.catalogue.targetsOf(entry)) this.#store.drop(target, why);
  }

  #whenGone(entry: Entry, why: End): void {
    this.#gone[why] += 1;
    const label = labelIn(entry);
    if (label?.word === 'remove') this.#store.departed.forgive(label.target);
    for (const blob of entry.blobs) this.onLetGo(blob, entry.by);
  }

  #endThoseThatEnd(): void {
    const { lived } = this.#lifetime;
    for (const entry of [...this.#store.catalogue.all()]) if (entry.ends <= lived) this.#store.drop(entry, 'ended');
  }

  /** Who goes for it; `undefined` when nobody may. */
  #roomFor(event: SignedEvent, seen: number, load: Load): Room | undefined {
    const { stock } = this.#options;
    const first = stock.short(load);
    const loan = first.bytes > 0 ? stock.lend(first.bytes, load.by) : NO_LOAN;
    const comer = { owner: ownerOf(load.by), isPinned: event.kind === LABEL, seen };
    const going = whoGoes(this.#store.catalogue, this.lived, comer, stock.short(load), stock);
    if (going === undefined) loan.end(false);
    return going && { going, loan };
  }

  get #holdS(): number {
    return this.#options.days * DAY_S;
  }

  /** What is hidden, or has ended and not gone yet, is given to nobody. */
  #isGiven(entry: Entry): boolean {
    return entry.ends > this.lived && !this.#store.catalogue.labels(entry.id).has('hide');
  }

  async #held(entry: Entry): Promise<Held | 'unreadable' | undefined> {
    try {
      const event = await this.#store.read(entry);
      return event && { event, ageS: this.lived - entry.seen };
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      return 'unreadable';
    }
  }

  /** By the operator's key. What was said and taken back once is said anew a second later: else it would be the same event. */
  #signed(draft: (now: number) => Parameters<typeof rumorOf>[1]): SignedEvent {
    const { operator, date } = this.#options;
    let now = date();
    const isKnown = (id: EventId): boolean =>
      this.#store.catalogue.get(id) !== undefined || this.#store.departed.get(id) !== undefined;
    while (isKnown(rumorOf(publicKeyOf(operator), draft(now)).id)) now += 1;
    return signedBy(operator, draft(now));
  }
}
