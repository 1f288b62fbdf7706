/** What a person has done with a received transfer, as it is shown and recorded. */

import type { Ranges } from '../protocol/peer.ts';
import { type Age, newAge, older } from './keeping.ts';
import { expand, toRanges } from './ranges.ts';

export type Marks = {
  /** Files given to the browser, which does not report their fate: a download may have been cancelled. */
  readonly handedOver: Ranges;
  /** Files known to be elsewhere too: this app wrote them there to the last byte, or the person said so. */
  readonly elsewhere: Ranges;
  /** Removed from the list of transfers. It stays among the received files. */
  readonly isHidden?: boolean;
  /** How long it has been in the trash. Nothing of it is freed yet. */
  readonly deleted?: Age;
};

export type Mark =
  | { readonly type: 'handed-over' | 'elsewhere'; readonly files: Ranges }
  | { readonly type: 'hidden' | 'restored' }
  | { readonly type: 'deleted' | 'seen'; readonly now: number };

export const UNMARKED: Marks = { handedOver: [], elsewhere: [] };

/** `marks` of a transfer of `files` files after one more mark. The same value when it says nothing new. */
export function marked(marks: Marks, mark: Mark, files: number): Marks {
  switch (mark.type) {
    case 'handed-over':
      return { ...marks, handedOver: among(files, marks.handedOver, mark.files) };
    case 'elsewhere':
      return { ...marks, elsewhere: among(files, marks.elsewhere, mark.files) };
    case 'hidden':
      return marks.isHidden ? marks : { ...marks, isHidden: true };
    case 'deleted':
      return marks.deleted ? marks : { ...marks, deleted: newAge(mark.now) };
    case 'seen':
      return marks.deleted ? { ...marks, deleted: older(marks.deleted, mark.now) } : marks;
    case 'restored': {
      const { deleted: _, ...rest } = marks;
      return marks.deleted ? rest : marks;
    }
  }
}

/** Both together, without indices beyond the transfer's files. */
function among(files: number, some: Ranges, others: Ranges): Ranges {
  return toRanges([...expand(some), ...expand(others)].filter((index) => index < files));
}
