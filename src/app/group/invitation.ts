/**
 * The link by which somebody is asked into a group: `…/#group=CODE`. What stands behind `#` is sent to no server. Whoever
 * follows it is asked before anything happens.
 */
import { type GroupCode, typedCode } from '../../protocol/group-code.ts';
import { INVITATION } from '../place/place.ts';

/** `address`: of the app, without a fragment. */
export const invitationTo = (code: GroupCode, address: string): string => `${address}${INVITATION}${code}`;

/** What stood in the address as a code; `undefined` when it is none. A fragment is written with or without percent signs. */
export function invitedBy(text: string): GroupCode | undefined {
  try {
    return typedCode(decodeURIComponent(text));
  } catch {
    return undefined; // cut off in the middle of a character
  }
}
