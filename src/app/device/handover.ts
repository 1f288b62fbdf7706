/**
 * Takes a device's identity from its plain address to its secure one. The two are different origins to a browser, with
 * storage of their own. The identity travels in the fragment of the address, which no browser sends to a server. It is taken
 * only from the plain page of the very router that answers here, only where there is none yet, and only when the person
 * says so: the maker of any other link would know the secret in it, and could be who this device is.
 */
import { DEVICE_SECRET } from '../../protocol/ids.ts';
import { cleanName } from '../../protocol/name.ts';
import type { DeviceSecret } from '../../protocol/signaling.ts';

export type DeviceIdentity = { readonly secret: DeviceSecret; readonly name: string };

/** What came in the address, and the origin of the page that sent it. */
type Handover = { readonly identity: DeviceIdentity; readonly from: string };

const MARK = '#device=';
const FRAGMENT = new RegExp(`^${MARK}(${DEVICE_SECRET})&name=([^&]*)$`);

export function handoverFragment({ secret, name }: DeviceIdentity): string {
  return `${MARK}${secret}&name=${encodeURIComponent(name)}`;
}

/** What a fragment hands over, if it does. */
export function parseHandover(fragment: string): DeviceIdentity | undefined {
  const [, secret, encoded = ''] = FRAGMENT.exec(fragment) ?? [];
  if (secret === undefined) return undefined;
  try {
    const name = cleanName(decodeURIComponent(encoded));
    return name === '' ? undefined : { secret: secret as DeviceSecret, name };
  } catch {
    return undefined; // cut off in the middle of a letter
  }
}

/**
 * Whether a page at `from` (an origin) is the plain page of the router that says of itself that it is at `plain`: there, or
 * at the same port under the name by which this secure page has it.
 */
export function isPlainPageOf(from: string, plain: string, hostname: string): boolean {
  const own = parsed(plain);
  if (own === undefined || own.protocol !== 'http:') return false;
  return from === own.origin || from === `http://${hostname}${own.port && `:${own.port}`}`;
}

/** Not `URL.parse` or `URL.canParse`, which Safari knows since 17 and 18. */
function parsed(address: string): URL | undefined {
  try {
    return new URL(address);
  } catch {
    return undefined; // empty, mostly: nobody led here
  }
}

/** Goes to `url` as `identity`. The site's pages tell nobody where they come from; this one step has to. */
export function handOver(url: string, identity: DeviceIdentity): void {
  const link = document.createElement('a');
  link.href = `${url}${handoverFragment(identity)}`;
  link.referrerPolicy = 'origin';
  link.click();
}

/** Reads the handover from this page's address and takes it out of there, so that it is in no history or bookmark. */
export function takeHandover(): Handover | undefined {
  const { hash, pathname, search } = location;
  if (!hash.startsWith(MARK)) return undefined;
  history.replaceState(null, '', pathname + search);
  const identity = parseHandover(hash);
  const from = parsed(document.referrer)?.origin;
  return isSecureContext && identity !== undefined && from !== undefined ? { identity, from } : undefined;
}
