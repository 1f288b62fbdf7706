/**
 * What the captive portal does with a request. Pure.
 *
 *   probe ---> not seen: to the page        page ---> link: seen ---> probe ---> success
 *
 * Loading the page is not enough to have seen it: Android's window closes at the first success that follows, before
 * anybody has read a word. Apple's offers "Cancel", which leaves the Wi-Fi, until a full navigation is followed by a
 * success; then "Done". So one link on the page is both the sign and the navigation. Opening the app is a sign as well.
 */
import { isIP } from 'node:net';
import { isMiniBrowser } from './mini-browser.ts';
import { probeOf, type Success } from './probes.ts';
import type { Visit } from './visit.ts';

export const WELCOME_PATH = '/welcome';
/** Where the page's one link leads. */
export const SEEN_PATH = '/welcome/next';
export const STYLE_PATH = '/welcome.css';
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
  | { readonly do: 'refuse' };

export function decide(visit: Visit, hostname: string, hasSeen: () => boolean): Decision {
  const { host, path, secure } = visit;
  // Nobody reaches us with TLS under a foreign name: there is no certificate for it.
  if (!secure && !isOwn(visit, hostname)) {
    const probe = probeOf(host, path);
    if (probe !== undefined)
      return probe.success !== undefined && hasSeen() ? { do: 'succeed', with: probe.success } : { do: 'lead-to-page' };
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

/**
 * Whether the name is this router's. A probe's name never is. Others are taken for ours when they cannot have been
 * looked up at a name server on the way to somewhere else: addresses, plain machine names, mDNS, and whatever came with
 * a port. What is left was led here from port 80.
 */
function isOwn({ host, path, namesPort }: Visit, hostname: string): boolean {
  if (host === '' || host === hostname) return true;
  if (isIP(host.replace(/^\[(.*)\]$/, '$1')) !== 0) return true;
  if (probeOf(host, path) !== undefined) return false;
  return namesPort || !host.includes('.') || host.endsWith('.local') || host.endsWith('.localhost');
}
