/** What an operator sees of what is held, from memory: letters by who is concerned, and what was labelled. Never what is in them. */
import type { EventId, HexKey } from '../../protocol/event.ts';
import { receiverOf } from '../../words/admission.ts';
import type { Bringer } from '../../words/holding.ts';
import { POST, WRAP } from '../../words/kinds.ts';
import type { LabelWord } from '../../words/label.ts';
import type { Catalogue, Entry } from './catalogue.ts';

export type Labelled = { readonly id: EventId; readonly labels: readonly LabelWord[] };
export type ListedLetter = Labelled & {
  readonly to: HexKey | undefined;
  readonly by: Bringer;
  /** Of the letter, without its file. */
  readonly bytes: number;
  /** Since anybody has had it, in seconds. */
  readonly ageS: number;
};

export const newest = (entries: Entry[]): Entry[] => entries.sort((a, b) => b.seen - a.seen);

/** The newest by first sight first. */
export function* lettersIn(catalogue: Catalogue, lived: number): Generator<ListedLetter> {
  for (const entry of newest([...catalogue.matching({ kinds: [WRAP] })])) {
    const { id, by, bytes, seen } = entry;
    yield { id, to: receiverOf(entry), by, bytes, ageS: lived - seen, labels: [...catalogue.labels(id)] };
  }
}

/** What the operator has said of what is not here: it was removed, or has ended since. */
export function* missingIn(catalogue: Catalogue): Generator<Labelled> {
  for (const id of catalogue.labelled())
    if (catalogue.get(id) === undefined) yield { id, labels: [...catalogue.labels(id)] };
}

/** The ids that begin so, of posts and letters that are here, and of what is labelled. */
export function beginningIn(catalogue: Catalogue, beginning: string): readonly EventId[] {
  const found = new Set<EventId>();
  for (const { id } of catalogue.matching({ kinds: [POST, WRAP] })) if (id.startsWith(beginning)) found.add(id);
  for (const id of catalogue.labelled()) if (id.startsWith(beginning)) found.add(id);
  return [...found];
}
