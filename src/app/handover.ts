/**
 * Takes a device's identity from its plain address to its secure one. The two are different origins to a browser, with
 * storage of their own. The identity travels in the fragment of the address, which no browser sends to a server, and is
 * taken only where there is none yet: a link made by somebody else cannot replace who a device already is.
 */
import { cleanName, type DeviceSecret } from '../protocol/signaling.ts';

export type Identity = { readonly secret: DeviceSecret; readonly name: string };

const MARK = '#device=';
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

/** Reads the handover from this page's address and takes it out of there, so that it is in no history or bookmark. */
export function takeHandover(): Identity | undefined {
  const { hash, pathname, search } = location;
  if (!hash.startsWith(MARK)) return undefined;
  history.replaceState(null, '', pathname + search);
  return isSecureContext ? parseHandover(hash) : undefined;
}
