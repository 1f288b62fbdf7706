/**
 * The events that this device holds: posts and what is said of them, sealed letters to others, and its own of both. All of them are
 * in memory, because they are few megabytes, and each is written before it counts as held.
 */
import { bytesIn, type EventId, type HexKey, type SignedEvent } from '../../protocol/event.ts';
import { type Filter, matches } from '../../protocol/filter.ts';
import { flawOf, heldFor, receiverOf, takesBack, targetsOf } from '../../words/admission.ts';
import type { Bringer, Held, Holding, Item, Outcome } from '../../words/holding.ts';
import { DELETION, LABEL, POST, WRAP } from '../../words/kinds.ts';
import { type LabelWord, labelIn } from '../../words/label.ts';
import { lastsOf } from '../../words/post.ts';
import type { Changes, Journal } from '../store/journal.ts';
import type { Life } from '../store/life.ts';
import type { Checking } from './checking.ts';
import { Gone } from './gone.ts';
import { type GoneEntry, type Kept, keptAs, keyOf, type OwnState } from './kept.ts';
import { makeRoom, type Share, type Sort, shareOf, sortOf } from './room.ts';

export type CarriedPorts = {
  readonly life: Life;
  readonly journal: Pick<Journal, 'write'>;
  readonly checking: Pick<Checking, 'isGenuine' | 'isBusy'>;
  readonly self: HexKey;
  /** For how many days anything is held by the router at which this device is, or was last. */
  readonly days: () => number;
  /** True for the keys whose labels are believed. */
  readonly isOperator: (key: HexKey) => boolean;
  /** True while strangers' letters are taken along. */
  readonly takesLetters: () => boolean;
  /** Opens a letter to the owner of this device, and keeps what is in it. */
  readonly letter: (wrap: SignedEvent) => Promise<Outcome>;
  /** These have come, gone or changed. */
  readonly changed: (events: readonly Pick<SignedEvent, 'id' | 'kind' | 'tags'>[]) => void;
};

const DAY_S = 24 * 60 * 60;
/**
 * For how many days this device keeps what is no more than that old, whatever a router says of itself: nobody has to prove what they
 * are to say "one day", and what is here may be the only copy. As our routers do, unless their operator changes it.
 */
const LEAST_DAYS = 14;

export class Carried implements Holding {
  readonly #ports: CarriedPorts;
  readonly #kept = new Map<EventId, Kept>();
  readonly #gone: Gone;
  /** Deletions and labels, by what they name. */
  readonly #about = new Map<EventId, Set<EventId>>();
  readonly #arriving = new Map<EventId, Promise<Outcome>>();
  readonly #bytes: Record<Share, number> = { public: 0, letters: 0, said: 0 };
  readonly #listeners = new Set<(held: Held, by: Bringer) => void>();

  constructor(ports: CarriedPorts, kept: readonly Kept[], gone: Iterable<readonly [EventId, GoneEntry]>) {
    this.#ports = ports;
    this.#gone = new Gone(gone);
    for (const one of kept) this.#add(one);
  }

  get all(): Iterable<Kept> {
    return this.#kept.values();
  }

  /** Of strangers' letters, in bytes of JSON. */
  get lettersBytes(): number {
    return this.#bytes.letters;
  }

  get(id: EventId): Kept | undefined {
    return this.#kept.get(id);
  }

  has(id: EventId): boolean {
    return this.#kept.has(id);
  }

  isGone(id: EventId): boolean {
    return this.#gone.has(id);
  }

  /** What the operator of the router at which this device is says of a post. */
  labelsOf(id: EventId): readonly LabelWord[] {
    return this.#eventsAbout(id).flatMap((event) => {
      const label = labelIn(event);
      return label && this.#ports.isOperator(event.pubkey) ? [label.word] : [];
    });
  }

  items(filter: Filter): readonly Item[] {
    return this.#matching(filter).map(({ event }) => event);
  }

  async *query(filter: Filter): AsyncIterable<Held> {
    const newest = this.#matching(filter).sort((a, b) => b.first - a.first);
    for (const { event } of newest.slice(0, filter.limit)) {
      const kept = this.#kept.get(event.id); // it may have gone meanwhile
      if (kept && this.#isOffered(kept)) yield this.#held(kept);
    }
  }

  watch(listener: (held: Held, by: Bringer) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  put(event: SignedEvent, ageS: number, by: Bringer): Promise<Outcome> {
    const arriving = this.#arriving.get(event.id);
    if (arriving) return arriving.then((outcome) => (outcome === 'held' ? 'known' : outcome));
    const outcome = this.#put(event, ageS, by).finally(() => this.#arriving.delete(event.id));
    this.#arriving.set(event.id, outcome);
    return outcome;
  }

  /** Keeps an event that was signed here, until it is let go. Resolves when it is written. */
  async keepOwn(event: SignedEvent, own: OwnState = {}): Promise<void> {
    await this.#store({ event, first: this.#ports.life.now, bytes: bytesIn(event), own });
  }

  /** Something was heard of one of one's own. */
  async note(id: EventId, own: OwnState): Promise<void> {
    const kept = this.#kept.get(id);
    if (kept?.own === undefined) return;
    const next = { ...kept, own };
    this.#kept.set(id, next);
    this.#ports.changed([kept.event]);
    await this.#ports.journal.write({ put: [keptAs(next)] });
  }

  /** Lets go of these for good: they are not taken again. */
  async letGo(ids: readonly EventId[]): Promise<void> {
    await this.#ports.journal.write(this.#forget(ids));
  }

  /** Throws away what is others', or their letters alone. It is not taken again before somebody asks for it. */
  async throwAway(sorts: readonly Sort[]): Promise<void> {
    const { journal, life, changed } = this.#ports;
    for (const sort of sorts) {
      const thrown = [...this.#kept.values()].filter((kept) => kept.own === undefined && sortOf(kept) === sort);
      for (const kept of thrown) this.#remove(kept);
      changed(thrown.map(({ event }) => event));
      const ids = thrown.map(({ event }) => event.id);
      const gone = this.#gone.add(ids, { lived: life.now, thrown: sort });
      await journal.write({ ...gone, delete: [...ids.map(keyOf), ...(gone.delete ?? [])] });
    }
  }

  /** What was thrown away of that sort is taken again where it is found. Resolves to whether there is such. */
  async askFor(sort: Sort): Promise<boolean> {
    const changes = this.#gone.askFor(sort);
    if (changes !== undefined) await this.#ports.journal.write(changes);
    return changes !== undefined;
  }

  /** Lets go of what has ended, or is removed here; and of the ids of what ended long ago. */
  async sweep(): Promise<void> {
    const now = this.#ports.life.now;
    const ended = [...this.#kept.values()].filter((kept) => this.endOf(kept) <= now).map(({ event }) => event.id);
    const stale = this.#gone.forget(now - this.#keptS * 1000).delete ?? [];
    const changes = this.#forget(ended);
    const removed = [...this.#kept.values()].filter((kept) => kept.own === undefined && this.isRemoved(kept.event));
    for (const kept of removed) this.#remove(kept);
    if (ended.length + stale.length + removed.length === 0) return;
    this.#ports.changed(removed.map(({ event }) => event));
    const keys = removed.map(({ event }) => keyOf(event.id));
    await this.#ports.journal.write({ ...changes, delete: [...(changes.delete ?? []), ...stale, ...keys] });
  }

  /**
   * True for a post that the operator here has removed: it is neither shown nor offered, and not kept unless it is one's own. At a
   * router of another operator it may come again. Letters are for one person, and no operator's to remove: anybody may be one.
   */
  isRemoved({ id, kind }: Pick<SignedEvent, 'id' | 'kind'>): boolean {
    return kind === POST && this.labelsOf(id).includes('remove');
  }

  get #keptS(): number {
    return Math.max(LEAST_DAYS, this.#ports.days()) * DAY_S;
  }

  /** When it ends by its own words, or by the days that anything is kept; in the count of `Life`. */
  endOf({ event, first, own }: Kept): number {
    // Deletions and letters of one's own have to get through: they go when nothing can come of them any more.
    if (own !== undefined) return first + (lastsOf(event) ?? 2 * this.#keptS) * 1000;
    return first + heldFor(event, this.#keptS, this.#ports) * 1000;
  }

  /** False for what is removed or has ended for the router here, which would refuse it. What is said of others lasts as long as those there. */
  #isOffered({ event, first }: Kept): boolean {
    if (this.isRemoved(event)) return false;
    if (event.kind === DELETION || event.kind === LABEL) return true;
    return first + heldFor(event, this.#ports.days() * DAY_S, this.#ports) * 1000 > this.#ports.life.now;
  }

  async #put(event: SignedEvent, ageS: number, by: Bringer): Promise<Outcome> {
    const { life, checking, self, takesLetters, letter } = this.#ports;
    const isForSelf = receiverOf(event) === self;
    const kept: Kept = { event, first: life.now - ageS * 1000, bytes: bytesIn(event) };
    const refusal = (): Outcome | undefined => {
      if (this.has(event.id)) return 'known';
      if (this.isGone(event.id) || this.isRemoved(event)) return 'deleted';
      if (!isForSelf && event.kind === WRAP && !takesLetters()) return 'quota';
      const { isOperator } = this.#ports;
      return flawOf(event, { isOperator });
    };
    const flaw = refusal();
    if (flaw !== undefined) return flaw;
    if (this.endOf(kept) <= life.now) return 'ended';
    if (!isForSelf && this.#roomFor(kept) === undefined) return 'full';
    if (checking.isBusy) return 'pace'; // it is found again when the sets are compared
    if (!(await checking.isGenuine(event))) return 'not-genuine';
    const late = refusal(); // something has come meanwhile
    if (late !== undefined) return late;
    if (this.#isTakenBack(event)) {
      await this.letGo([event.id]);
      return 'deleted';
    }
    if (isForSelf) return letter(event);
    const going = this.#roomFor(kept);
    if (going === undefined) return 'full';
    await this.#store(kept, going);
    if (this.has(event.id)) for (const listener of this.#listeners) listener(this.#held(kept), by);
    return 'held';
  }

  #roomFor(kept: Kept): readonly EventId[] | undefined {
    return makeRoom(this.#kept.values(), kept, this.#bytes[shareOf(kept)], (one) => this.#isLast(one));
  }

  /** What the operator here says, and what they have pinned. */
  #isLast({ event }: Kept): boolean {
    if (event.kind === POST) return this.labelsOf(event.id).includes('pin');
    return event.kind !== WRAP && this.#ports.isOperator(event.pubkey);
  }

  /** Adds it, takes away what it takes back and what has to go for it, and writes all of that at once. */
  async #store(kept: Kept, going: readonly EventId[] = []): Promise<void> {
    const evicted = [...going, ...this.#removedBy(kept.event)].flatMap((id) => this.#kept.get(id) ?? []);
    for (const one of evicted) this.#remove(one);
    const back = this.#takenBackBy(kept.event);
    const forgotten = this.#forget(back);
    this.#add(kept);
    const own = this.#ownRemovedBy(kept.event);
    if (own !== undefined) void this.note(own, { ...this.get(own)?.own, refused: 'removed' });
    this.#ports.changed([kept.event, ...evicted.map(({ event }) => event)]);
    await this.#ports.journal.write({
      put: [keptAs(kept), ...(forgotten.put ?? [])],
      delete: [...evicted.map(({ event }) => keyOf(event.id)), ...(forgotten.delete ?? [])],
    });
  }

  #removedBy(event: SignedEvent): readonly EventId[] {
    const label = labelIn(event);
    const target = label?.word === 'remove' && this.#ports.isOperator(event.pubkey) && this.#kept.get(label.target);
    return target && target.event.kind === POST && target.own === undefined ? [target.event.id] : [];
  }

  /** One's own is kept, for the next router. */
  #ownRemovedBy(event: SignedEvent): EventId | undefined {
    const label = labelIn(event);
    const isTaken = label !== undefined && label.word !== 'pin' && this.#ports.isOperator(event.pubkey);
    return isTaken && this.get(label.target)?.own ? label.target : undefined;
  }

  #takenBackBy(event: SignedEvent): readonly EventId[] {
    if (event.kind !== DELETION) return [];
    return targetsOf(event).filter((id) => {
      const target = this.#kept.get(id)?.event;
      return target !== undefined && takesBack(event, target);
    });
  }

  #isTakenBack(event: SignedEvent): boolean {
    return this.#eventsAbout(event.id).some((deletion) => takesBack(deletion, event));
  }

  #eventsAbout(id: EventId): readonly SignedEvent[] {
    return [...(this.#about.get(id) ?? [])].flatMap((about) => this.#kept.get(about)?.event ?? []);
  }

  /** From memory; what is left to be written is returned. */
  #forget(ids: readonly EventId[]): Changes {
    const kept = ids.flatMap((id) => this.#kept.get(id) ?? []);
    for (const one of kept) this.#remove(one);
    const gone = this.#gone.add(ids, { lived: this.#ports.life.now });
    if (kept.length > 0) this.#ports.changed(kept.map(({ event }) => event));
    return { ...gone, delete: [...ids.map(keyOf), ...(gone.delete ?? [])] };
  }

  #add(kept: Kept): void {
    const { event, own, bytes } = kept;
    this.#kept.set(event.id, kept);
    if (own === undefined) this.#bytes[shareOf(kept)] += bytes;
    for (const id of namedBy(event)) {
      const about = this.#about.get(id) ?? new Set();
      this.#about.set(id, about.add(event.id));
    }
  }

  #remove(kept: Kept): void {
    const { event, own, bytes } = kept;
    this.#kept.delete(event.id);
    if (own === undefined) this.#bytes[shareOf(kept)] -= bytes;
    for (const id of namedBy(event)) {
      const about = this.#about.get(id);
      about?.delete(event.id);
      if (about?.size === 0) this.#about.delete(id);
    }
  }

  #matching(filter: Filter): Kept[] {
    const { ids } = filter;
    const among = ids === undefined ? [...this.#kept.values()] : ids.flatMap((id) => this.#kept.get(id) ?? []);
    return among.filter(({ event }) => matches(filter, event));
  }

  #held({ event, first }: Kept): Held {
    return { event, ageS: Math.max(0, (this.#ports.life.now - first) / 1000) };
  }
}

const namedBy = (event: SignedEvent): readonly EventId[] =>
  event.kind === DELETION || event.kind === LABEL ? targetsOf(event) : [];
