/** How long this app keeps what it stores. What was received whole stays until a person deletes it. */
import { expand } from './ranges.ts';
import type { TransferView } from './view.ts';

/** Unfinished transfers are kept this long after they last moved, in milliseconds: a week. Then nobody comes back for them. */
export const UNFINISHED_LIFE_MS = 7 * 24 * 60 * 60 * 1000;

/** True for a transfer whose every file a person has put elsewhere: deleting it here loses nothing. */
export function isHandedOver({ phase, files, kept }: TransferView): boolean {
  return phase === 'saved' && kept !== undefined && expand(kept.handedOver).length >= files;
}
