/**
 * The link by which somebody is asked into a group: `…/#group=CODE`. What stands behind `#` is sent to no server. Whoever
 * follows it is asked before anything happens.
 */
import { type GroupCode, typedCode } from '../../protocol/group-code.ts';

const MARK = '#group=';

/** `address`: of the app, without a fragment. */
export const invitationTo = (code: GroupCode, address: string): string => `${address}${MARK}${code}`;

/** The code in a fragment; `undefined` when there is none, or when it is none. */
export const invitedBy = (fragment: string): GroupCode | undefined =>
  fragment.startsWith(MARK) ? typedCode(safely(fragment.slice(MARK.length))) : undefined;

function safely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // cut off in the middle of a character
  }
}
