/** Where else received files are known to be: files handed to the browser do not count as kept. */
import type { Ranges } from '../../protocol/peer.ts';
import { expand, toRanges } from '../../transfer/ranges.ts';
import type { TransferView } from '../../transfer/view.ts';

/**
 * `here`: only in this app, as far as is known. `some`: some of them were handed to the browser. `handed`: all were.
 * `elsewhere`: all are known to be elsewhere too.
 */
type Whereabouts = 'here' | 'some' | 'handed' | 'elsewhere';

/** For all files of a transfer, or `only` for the one with this index. */
export function whereabouts(transfer: TransferView, only?: number): Whereabouts {
  const wanted = only === undefined ? transfer.files : 1;
  if (known(transfer, only).length >= wanted) return 'elsewhere';
  const handed = handedOver(transfer, only);
  if (handed >= wanted) return 'handed';
  return handed > 0 ? 'some' : 'here';
}

/** How many files were handed to the browser or are known to be elsewhere. */
export function handedOver(transfer: TransferView, only?: number): number {
  return new Set([...handed(transfer, only), ...known(transfer, only)]).size;
}

/** How many files are known to be elsewhere. */
export function elsewhere(transfer: TransferView): number {
  return known(transfer).length;
}

/** Files that were handed to the browser and are not known to have arrived: the person can be asked. */
export function unconfirmed(transfer: TransferView, only?: number): Ranges {
  const arrived = new Set(known(transfer, only));
  return toRanges(handed(transfer, only).filter((index) => !arrived.has(index)));
}

const handed = ({ kept }: TransferView, only?: number) => pick(kept?.handedOver ?? [], only);
const known = ({ kept }: TransferView, only?: number) => pick(kept?.elsewhere ?? [], only);

function pick(ranges: Ranges, only: number | undefined): readonly number[] {
  const all = expand(ranges);
  return only === undefined ? all : all.filter((index) => index === only);
}
