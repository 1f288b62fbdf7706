/**
 * What the captive portal does with a request. Pure.
 *
 *   probe ---> not seen: to the page        page ---> link: seen ---> probe ---> success
 *
 * A client that only loaded the page has not seen it: Android's window closes at the first success that follows, before
 * anybody has read a word. Apple's window offers "Cancel", which leaves the Wi-Fi, until a full navigation is followed by a
 * success; then it offers "Done". So the one link on the page is both: the sign that it was seen, and the navigation.
 * Opening the app is a sign as well.
 */
import type { OwnName } from '../machine/own-names.ts';
import { isMiniBrowser } from './mini-browser.ts';
import { probeOf, type Success } from './probes.ts';
import type { Visit } from './visit.ts';

export const WELCOME_PATH = '/welcome';
/** Where the page's one link leads. */
export const SEEN_PATH = '/welcome/next';
export const STYLE_PATH = '/welcome.css';
/** The router's health (see http.ts). */
const HEALTH_PATH = '/healthz';
/** RFC 8908. */
export const API_PATH = '/captive';

export type Decision =
  /** Not the portal's business. */
  | { readonly do: 'pass' }
  | { readonly do: 'pass'; readonly seen: true }
  | { readonly do: 'succeed'; readonly with: Success }
  | { readonly do: 'lead-to-page' }
  | { readonly do: 'show-page'; readonly inMiniBrowser: boolean }
  | { readonly do: 'show-next'; readonly seen: boolean; readonly inMiniBrowser: boolean }
  | { readonly do: 'show-style' }
  | { readonly do: 'tell-state' }
  | { readonly do: 'refuse' }
  /** Asked under a foreign name by a client that the portal did not lead here (RFC 9110 section 15.5.20). */
  | { readonly do: 'misdirected' };

export function decide(visit: Visit, isOwnName: OwnName, hasSeen: () => boolean): Decision {
  const { host, namesPort, path, secure } = visit;
  if (!isOwnName(host)) {
    // For programs that watch a proxy. The answer tells a stranger nothing but that a router is here.
    if (path === HEALTH_PATH) return { do: 'pass' };
    if (path === STYLE_PATH) return { do: 'show-style' };
    const probe = secure ? undefined : probeOf(host, path);
    if (probe !== undefined)
      return probe.success !== undefined && hasSeen() ? { do: 'succeed', with: probe.success } : { do: 'lead-to-page' };
    // An address with a port was typed or linked, and for TLS there is no certificate: the portal did not lead it here.
    if (namesPort || secure) return { do: 'misdirected' };
    // An app that asks its own server for data must not get a page, least of all ours.
    return visit.wantsPage ? { do: 'lead-to-page' } : { do: 'refuse' };
  }
  const inMiniBrowser = isMiniBrowser(visit.userAgent);
  const got = visit.method === 'GET';
  switch (path) {
    case '/':
      return got && visit.wantsPage ? { do: 'pass', seen: true } : { do: 'pass' };
    case WELCOME_PATH:
      return { do: 'show-page', inMiniBrowser };
    case SEEN_PATH:
      return { do: 'show-next', seen: got, inMiniBrowser };
    case STYLE_PATH:
      return { do: 'show-style' };
    case API_PATH:
      return secure ? { do: 'tell-state' } : { do: 'pass' };
    default:
      return { do: 'pass' };
  }
}
