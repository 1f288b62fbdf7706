/**
 * What the captive portal does with a request. Pure.
 *
 *   probe ---> not seen: to the page        page ---> link: seen ---> probe ---> success
 *
 * Loading the page is not enough to have seen it: Android's window closes at the first success that follows, before
 * anybody has read a word. Apple's offers "Cancel", which leaves the Wi-Fi, until a full navigation is followed by a
 * success; then "Done". So one link on the page is both the sign and the navigation. Opening the app is a sign as well.
 */
import type { OwnName } from '../machine/own-names.ts';
import { isMiniBrowser } from './mini-browser.ts';
import { probeOf, type Success } from './probes.ts';
import type { Visit } from './visit.ts';

export const WELCOME_PATH = '/welcome';
/** Where the page's one link leads. */
export const SEEN_PATH = '/welcome/next';
export const STYLE_PATH = '/welcome.css';
/** Whether the router is well (see http.ts). */
export const HEALTH_PATH = '/healthz';
/** RFC 8908. */
export const API_PATH = '/captive';

export type Decision =
  /** None of the portal's business. */
  | { readonly do: 'pass' }
  | { readonly do: 'pass'; readonly seen: true }
  | { readonly do: 'succeed'; readonly with: Success }
  | { readonly do: 'lead-to-page' }
  | { readonly do: 'show-page'; readonly inMiniBrowser: boolean }
  | { readonly do: 'show-next'; readonly seen: boolean; readonly inMiniBrowser: boolean }
  | { readonly do: 'show-style' }
  | { readonly do: 'tell-state' }
  | { readonly do: 'refuse' }
  /** Asked under a name that is not ours, by who was not led here by the portal (RFC 9110 section 15.5.20). */
  | { readonly do: 'misdirected' };

export function decide(visit: Visit, isOwnName: OwnName, hasSeen: () => boolean): Decision {
  const { host, namesPort, path, secure } = visit;
  if (!isOwnName(host)) {
    // Says no more than that somebody is there, which who asks knows: for those who watch over a proxy.
    if (path === HEALTH_PATH) return { do: 'pass' };
    if (path === STYLE_PATH) return { do: 'show-style' };
    const probe = secure ? undefined : probeOf(host, path);
    if (probe !== undefined)
      return probe.success !== undefined && hasSeen() ? { do: 'succeed', with: probe.success } : { do: 'lead-to-page' };
    // With a port the address was typed or linked, with TLS there is no certificate for the name: nothing led it here.
    if (namesPort || secure) return { do: 'misdirected' };
    // An app that asks its server for data shall not be answered with a page, and not with ours.
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
