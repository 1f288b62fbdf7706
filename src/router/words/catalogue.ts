/** What is held, in memory: enough of each event to find it, and to know when it has to go. Its words stay on the disk. */
import type { EventId, SignedEvent, Tag } from '../../protocol/event.ts';
import { type Filter, MAX_TOPIC_LENGTH, matches } from '../../protocol/filter.ts';
import { FOUND_BY, isItsToTake, type Standing, targetsOf } from '../../words/admission.ts';
import type { Bringer } from '../../words/holding.ts';
import { DELETION, LABEL, POST, WRAP } from '../../words/kinds.ts';
import { type LabelWord, labelIn } from '../../words/label.ts';
import type { Place } from './journal.ts';

/** Times are seconds of the life of this shelf (`lifetime.ts`). */
export type Entry = Pick<SignedEvent, 'id' | 'kind' | 'pubkey' | 'created_at'> & {
  /** Those by which it is found, or which say what it does. */
  readonly tags: readonly Tag[];
  /** When it was first seen by anybody: below zero when that was before the shelf began. */
  readonly seen: number;
  /** When it came here. */
  readonly came: number;
  readonly ends: number;
  readonly by: Bringer;
  /** Of its record. */
  readonly bytes: number;
  readonly blobs: readonly string[];
  place: Place;
  /** It goes as soon as what needs its room is written. */
  isLeaving: boolean;
};

const ROOT = 'root';

/** True when all its time has gone by here. Else its end rests on the word of whoever said how old it was. */
export const hasLivedHere = ({ came, seen, ends }: Entry, lived: number): boolean => lived - came >= ends - seen;

/**
 * Of the tags that are looked for, or that say what an event does, as much as says that: the value, the mark of a root (NIP-10), the
 * namespace of a label (NIP-32). The rest may be long, and would be in memory for as long as the event is held.
 */
export const keptTags = ({ tags }: Pick<SignedEvent, 'tags'>): readonly Tag[] => tags.flatMap(keptOf);

function keptOf([name = '', value, third, mark]: Tag): readonly Tag[] {
  if (!FOUND_BY.has(name)) return [];
  if (value === undefined) return [[name]];
  // Nothing longer is looked for: ids have as many. Of what is no id it counts that it was there, how many, and which comes first.
  if (value.length > MAX_TOPIC_LENGTH) return name === 't' ? [] : [[name, '']];
  if (name === 'e' && mark === ROOT) return [[name, value, '', ROOT]];
  if (name === 'l' && third !== undefined && third.length <= MAX_TOPIC_LENGTH) return [[name, value, third]];
  return [[name, value]];
}

const NONE: ReadonlySet<LabelWord> = new Set();

export class Catalogue {
  readonly #entries = new Map<EventId, Entry>();
  /** By what they name, apart: anybody may write deletions that name a post, and its labels are asked for all the time. */
  readonly #deletions = new Map<EventId, Set<Entry>>();
  readonly #labels = new Map<EventId, Set<Entry>>();
  readonly #byBlob = new Map<string, Set<Entry>>();
  readonly #elsewhere = new Map<EventId, Set<string>>();

  get size(): number {
    return this.#entries.size;
  }

  counts(): { readonly events: number; readonly posts: number; readonly letters: number; readonly others: number } {
    const counts = { events: this.size, posts: 0, letters: 0, others: 0 };
    for (const { kind } of this.#entries.values())
      counts[kind === POST ? 'posts' : kind === WRAP ? 'letters' : 'others'] += 1;
    return counts;
  }

  all(): IterableIterator<Entry> {
    return this.#entries.values();
  }

  get(id: EventId): Entry | undefined {
    return this.#entries.get(id);
  }

  add(entry: Entry): void {
    this.#entries.set(entry.id, entry);
    for (const target of targetsIn(entry)) into(this.#about(entry), target, entry);
    for (const blob of entry.blobs) into(this.#byBlob, blob, entry);
  }

  remove(entry: Entry): void {
    this.#entries.delete(entry.id);
    this.#elsewhere.delete(entry.id);
    for (const target of targetsIn(entry)) outOf(this.#about(entry), target, entry);
    for (const blob of entry.blobs) outOf(this.#byBlob, blob, entry);
  }

  /** Those that match, hidden ones as well. */
  *matching(filter: Filter): Generator<Entry> {
    const { ids } = filter;
    const among = ids === undefined ? this.#entries.values() : ids.flatMap((id) => this.#entries.get(id) ?? []);
    for (const entry of among) if (matches(filter, entry)) yield entry;
  }

  /** The labels of an event, by those whose word is believed: no others are held. */
  labels(id: EventId): ReadonlySet<LabelWord> {
    const about = this.#labels.get(id);
    if (about === undefined) return NONE; // as with nearly all: this is asked of each event that is looked at
    return new Set([...about].flatMap((entry) => labelIn(entry)?.word ?? []));
  }

  /** What has any. */
  labelled(): IterableIterator<EventId> {
    return this.#labels.keys();
  }

  /** The labels of that word. */
  labelsOf(id: EventId, word: LabelWord): readonly Entry[] {
    return [...(this.#labels.get(id) ?? [])].filter((entry) => labelIn(entry)?.word === word);
  }

  /** True when a deletion that is held takes it back. */
  isTakenBack(event: Pick<SignedEvent, 'id' | 'kind' | 'pubkey' | 'tags'>): boolean {
    for (const entry of this.#deletions.get(event.id) ?? []) if (isItsToTake(entry, event)) return true;
    return false;
  }

  /** What that event makes go: what it takes back, and what the operator removes by it. */
  targetsOf(entry: Entry): readonly Entry[] {
    return targetsIn(entry)
      .flatMap((id) => this.#entries.get(id) ?? [])
      .filter((target) => isItsToTake(entry, target) || labelIn(entry)?.word === 'remove');
  }

  /** True when it says something that counts of an event that is held. */
  concerns(said: Standing): boolean {
    return targetsIn(said).some((id) => {
      const target = this.#entries.get(id);
      return target !== undefined && (said.kind === LABEL || isItsToTake(said, target));
    });
  }

  #about(entry: Entry): Map<EventId, Set<Entry>> {
    return entry.kind === DELETION ? this.#deletions : this.#labels;
  }

  naming(blob: string): readonly Entry[] {
    return [...(this.#byBlob.get(blob) ?? [])];
  }

  markElsewhere(id: EventId, router: string): void {
    if (this.#entries.has(id)) into(this.#elsewhere, id, router);
  }

  /** How many other routers are known to hold it. */
  elsewhere(id: EventId): number {
    return this.#elsewhere.get(id)?.size ?? 0;
  }
}

function targetsIn(entry: Standing): readonly EventId[] {
  if (entry.kind === DELETION) return targetsOf(entry);
  const label = entry.kind === LABEL ? labelIn(entry) : undefined;
  return label === undefined ? [] : [label.target];
}

function into<K, T>(all: Map<K, Set<T>>, key: K, value: T): void {
  all.set(key, (all.get(key) ?? new Set()).add(value));
}

function outOf<K, T>(all: Map<K, Set<T>>, key: K, value: T): void {
  const values = all.get(key);
  values?.delete(value);
  if (values?.size === 0) all.delete(key);
}
