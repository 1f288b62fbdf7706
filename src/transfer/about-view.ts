/** What a `TransferView` means, wherever it is asked. */
import { expand } from './ranges.ts';
import type { TransferView } from './view.ts';

/** True for a transfer whose every file was given to the browser or is known to be elsewhere: it need not be looked at again. */
export function isHandedOver({ phase, files, kept }: TransferView): boolean {
  if (phase !== 'saved' || kept === undefined) return false;
  return new Set([...expand(kept.handedOver), ...expand(kept.elsewhere)]).size >= files;
}

/** True for a transfer whose every file is known to be elsewhere: deleting it here loses nothing. */
export function isElsewhere({ phase, files, kept }: TransferView): boolean {
  return phase === 'saved' && kept !== undefined && expand(kept.elsewhere).length >= files;
}
