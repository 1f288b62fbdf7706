/**
 * Takes a device's identity from its plain address to its secure one. To a browser these are two origins with separate
 * storage. The identity travels in the fragment of the address, which no browser sends to a server. It is accepted only
 * from the plain page of the same router, only when the device has no identity here yet, and only when the person
 * agrees: the maker of any other link would know the secret in it, and could impersonate this device. The plain page keeps its
 * copy: it never learns if the secure one took the identity, and would lose it if not.
 */
import { base64url } from '../../protocol/ids.ts';
import { secretFrom } from '../../protocol/keys.ts';
import { cleanName } from '../../protocol/name.ts';
import { type KeptGroups, keptGroups, NO_GROUPS, stored } from '../groups/own-group.ts';
import type { KeptKey } from './own-key.ts';

export type DeviceIdentity = KeptKey & {
  readonly name: string;
  /** Memberships name the key of the device, so they hold at the other address as well; and who hides goes on hiding. */
  readonly groups: KeptGroups;
};

/** The identity in the address, and the origin of the page that sent it. */
type Handover = { readonly identity: DeviceIdentity; readonly from: string };

const MARK = '#device=';
const FRAGMENT = new RegExp(`^${MARK}(${base64url(32)})&name=([^&]*)(?:&claim=(\\d{1,15}))?(?:&groups=([^&]*))?$`);

export function handoverFragment({ secret, claim, name, groups }: DeviceIdentity): string {
  const belonging = groups.all.length > 0 ? `&groups=${encodeURIComponent(JSON.stringify(stored(groups)))}` : '';
  return `${MARK}${secret}&name=${encodeURIComponent(name)}&claim=${claim}${belonging}`;
}

/** The identity in a fragment, if there is one. */
export function parseHandover(fragment: string): DeviceIdentity | undefined {
  const [, written = '', encoded = '', claim = '0', belonging = ''] = FRAGMENT.exec(fragment) ?? [];
  const secret = secretFrom(written);
  if (secret === undefined) return undefined;
  try {
    const name = cleanName(decodeURIComponent(encoded));
    const groups = belonging === '' ? NO_GROUPS : keptGroups(JSON.parse(decodeURIComponent(belonging)));
    return name === '' ? undefined : { secret, claim: Number(claim), name, groups };
  } catch {
    return undefined; // cut off somewhere
  }
}

/**
 * True when a page at `from` (an origin) is the plain page of the router that states the plain address `plain`: there,
 * or at the same port under this secure page's host name.
 */
export function isPlainPageOf(from: string, plain: string, hostname: string): boolean {
  const own = parsed(plain);
  if (own === undefined || own.protocol !== 'http:') return false;
  return from === own.origin || from === `http://${hostname}${own.port && `:${own.port}`}`;
}

/** Instead of `URL.parse` and `URL.canParse`, which Safari has had since 17 and 18. */
function parsed(address: string): URL | undefined {
  try {
    return new URL(address);
  } catch {
    return undefined; // mostly empty: the page was opened directly
  }
}

/** Goes to `url` with `identity`. The site's pages send no referrer; this one step must. */
export function handOver(url: string, identity: DeviceIdentity): void {
  const link = document.createElement('a');
  link.href = `${url}${handoverFragment(identity)}`;
  link.referrerPolicy = 'origin';
  link.click();
}

/** Reads the handover from this page's address and removes it there, so that it is in no history or bookmark. */
export function takeHandover(): Handover | undefined {
  const { hash, pathname, search } = location;
  if (!hash.startsWith(MARK)) return undefined;
  history.replaceState(null, '', pathname + search);
  const identity = parseHandover(hash);
  const from = parsed(document.referrer)?.origin;
  return isSecureContext && identity !== undefined && from !== undefined ? { identity, from } : undefined;
}
