/** Where received files are, as far as is known. Files that were given to the browser do not count as saved. */
import type { Ranges } from '../../protocol/peer.ts';
import { expand, toRanges } from '../../transfer/ranges.ts';
import type { TransferView } from '../../transfer/view.ts';

/**
 * `onlyHere`: nothing of it was given to the browser. `arrived`: some of it was, and no more is known. `saved`: all of it is
 * known to be on the device, or wherever the person put it.
 */
export type Whereabouts = 'onlyHere' | 'arrived' | 'saved';

/** For all files of a transfer, or `only` for the one with this index. */
export function whereabouts(transfer: TransferView, only?: number): Whereabouts {
  const wanted = only === undefined ? transfer.files : 1;
  if (known(transfer, only).length >= wanted) return 'saved';
  return handedOver(transfer, only) > 0 ? 'arrived' : 'onlyHere';
}

/** How many files were given to the browser or are known to be saved. */
export function handedOver(transfer: TransferView, only?: number): number {
  return new Set([...handed(transfer, only), ...known(transfer, only)]).size;
}

/** How many files are known to be saved. */
export function saved(transfer: TransferView): number {
  return known(transfer).length;
}

/** Files that were given to the browser and are not known to be saved: the person can be asked. */
export function unconfirmed(transfer: TransferView, only?: number): Ranges {
  const there = new Set(known(transfer, only));
  return toRanges(handed(transfer, only).filter((index) => !there.has(index)));
}

/** Those of `files` that are not known to be saved. */
export function notKnown(transfer: TransferView, files: Ranges): Ranges {
  const there = new Set(known(transfer));
  return toRanges(expand(files).filter((index) => !there.has(index)));
}

const handed = ({ kept }: TransferView, only?: number) => pick(kept?.handedOver ?? [], only);
const known = ({ kept }: TransferView, only?: number) => pick(kept?.elsewhere ?? [], only);

function pick(ranges: Ranges, only: number | undefined): readonly number[] {
  const all = expand(ranges);
  return only === undefined ? all : all.filter((index) => index === only);
}
