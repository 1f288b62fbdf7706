/**
 * Takes a device's identity from its plain address to its secure one. The two are different origins to a browser, with
 * storage of their own. The identity travels in the fragment of the address, which no browser sends to a server. It is taken
 * only from a page of the local network, and only where there is none yet: a link in a message or on some site, whose maker
 * would know the secret in it, can neither choose nor replace who a device is.
 */
import { cleanName } from '../protocol/name.ts';
import type { DeviceSecret } from '../protocol/signaling.ts';

export type Identity = { readonly secret: DeviceSecret; readonly name: string };

const MARK = '#device=';
/** How routers are called where nobody has chosen another name; the Internet has none that ends so. */
const USUAL_NAME = 'hikyaku.internal';
/** The router's own address, whatever network it stands in. */
const PRIVATE = /^(?:10|192\.168|172\.(?:1[6-9]|2\d|3[01]))(?:\.\d{1,3}){2,3}$/;
const FRAGMENT = /^#device=([\w-]{43})&name=([^&]*)$/;

export function handoverFragment({ secret, name }: Identity): string {
  return `${MARK}${secret}&name=${encodeURIComponent(name)}`;
}

/** What a fragment hands over, if it does. */
export function parseHandover(fragment: string): Identity | undefined {
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
 * Whether the page that led to this one, at `referrer`, may be the plain page of the same router: by this host name, by the
 * usual one (an operator's certificate has another), or at a private address.
 */
export function isOwnPlainPage(referrer: string, hostname: string): boolean {
  const from = parsed(referrer);
  if (from === undefined) return false;
  return from.protocol === 'http:' && ([hostname, USUAL_NAME].includes(from.hostname) || PRIVATE.test(from.hostname));
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
export function handOver(url: string, identity: Identity): void {
  const link = document.createElement('a');
  link.href = `${url}${handoverFragment(identity)}`;
  link.referrerPolicy = 'origin';
  link.click();
}

/** Reads the handover from this page's address and takes it out of there, so that it is in no history or bookmark. */
export function takeHandover(): Identity | undefined {
  const { hash, pathname, search } = location;
  if (!hash.startsWith(MARK)) return undefined;
  history.replaceState(null, '', pathname + search);
  const isTrusted = isSecureContext && isOwnPlainPage(document.referrer, location.hostname);
  return isTrusted ? parseHandover(hash) : undefined;
}
