/** Which events of a catalogue make room for another one. Pure. */
import type { Bringer } from '../../words/holding.ts';
import { LABEL } from '../../words/kinds.ts';
import type { Catalogue, Entry } from './catalogue.ts';
import { type Candidate, makeRoom } from './room.ts';
import type { Amount } from './stock.ts';

/** In place of what comes, when less may be held than is: there is nothing that would not go for it. */
export const EVERYBODY_GOES: Candidate<undefined> = {
  what: undefined,
  bytes: 0,
  events: 0,
  isEnded: false,
  isPinned: true,
  elsewhere: 0,
  seen: Number.POSITIVE_INFINITY,
};

/** `yields`: if those who brought something make room for what comes. `undefined` when there is no way. */
export function whoGoes(
  catalogue: Catalogue,
  lived: number,
  comer: Candidate<unknown>,
  short: Amount,
  most: Amount,
  yields: (by: Bringer) => boolean,
): readonly Entry[] | undefined {
  if (short.bytes === 0 && short.events === 0) return [];
  const candidates = [...catalogue.all()].flatMap((entry): Candidate<Entry>[] => {
    const isEnded = entry.ends <= lived;
    if (entry.isLeaving || !(isEnded || yields(entry.by))) return [];
    const { id, bytes, seen } = entry;
    // A label goes with what it is about, or a post that is hidden would be seen again.
    const isPinned = entry.kind === LABEL || catalogue.labels(id).has('pin');
    return [{ what: entry, bytes, events: 1, isEnded, isPinned, elsewhere: catalogue.elsewhere(id), seen }];
  });
  return makeRoom(candidates, comer, short, most);
}
