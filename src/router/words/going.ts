/** Which events of a catalogue make room for another one. Pure. */
import { LABEL } from '../../words/kinds.ts';
import type { Catalogue, Entry } from './catalogue.ts';
import { type Candidate, type Comer, makeRoom } from './room.ts';
import { type Amount, ownerOf, type Stock } from './stock.ts';

/** `undefined` when there is no way. */
export function whoGoes(
  catalogue: Catalogue,
  lived: number,
  comer: Comer,
  short: Amount,
  stock: Stock,
): readonly Entry[] | undefined {
  if (short.bytes === 0 && short.events === 0) return [];
  const candidates = [...catalogue.all()].flatMap((entry): Candidate<Entry>[] => {
    if (entry.isLeaving) return [];
    const { id, bytes, seen, ends, by } = entry;
    // A label goes with what it is about, or a post that is hidden would be seen again.
    const isPinned = entry.kind === LABEL || catalogue.labels(id).has('pin');
    const standing = { isEnded: ends <= lived, isPinned, elsewhere: catalogue.elsewhere(id), seen };
    return [{ what: entry, owner: ownerOf(by), bytes, events: 1, ...standing }];
  });
  return makeRoom(candidates, comer, { short, most: stock.most, has: (key) => stock.of(key) });
}
