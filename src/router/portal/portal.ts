/** The captive portal: decides about each request before the app does, and remembers who has seen the page. */

import type { OwnName } from '../machine/own-names.ts';
import { type Answer, style, TEXT } from '../pages/answer.ts';
import { type ByLanguage, wishOf } from '../pages/language.ts';
import { type Decision, decide, WELCOME_PATH } from './decide.ts';
import { SeenClients } from './seen.ts';
import { WELCOME_CSS } from './styles.ts';
import type { Visit } from './visit.ts';
import { elsewherePage, nextPage, type WelcomeFacts, welcomePage } from './welcome.ts';
import type { PortalWords } from './words.ts';

type PortalOptions = {
  readonly isOwnName: OwnName;
  /** Called when somebody asked under a foreign name and was shown the right one. */
  readonly misdirected: () => void;
  readonly routerName: string;
  /** The app's URL on plain HTTP at this address of the router. */
  readonly plainUrl: (address: string) => string;
  /** The address to tell clients that come through a proxy on this machine. */
  readonly address: () => string;
  /** `https://NAME[:PORT]` under a certificate that phones trust without doing anything: the operator's. */
  readonly trustedOrigin: () => string | undefined;
  readonly words: ByLanguage<PortalWords>;
};

/** RFC 8908 section 4.1. */
const CAPTIVE_JSON = 'application/captive+json';
const LOOPBACK = /^(?:127\.|::1$|$)/;

/** The returned function gives `undefined` for requests that are not the portal's business. */
export function createPortal(options: PortalOptions): (visit: Visit, now: number) => Answer | undefined {
  const { isOwnName, routerName, words } = options;
  const seen = new SeenClients();

  return (visit, now) => {
    const hasSeen = () => seen.has(visit.client, now);
    const decision = decide(visit, isOwnName, hasSeen);
    if ('seen' in decision && decision.seen) seen.add(visit.client, now);
    return perform(decision, visit, hasSeen);
  };

  function perform(
    decision: Decision,
    { reached, asked, acceptLanguage }: Visit,
    hasSeen: () => boolean,
  ): Answer | undefined {
    if (decision.do === 'pass') return undefined;
    const url = options.plainUrl(LOOPBACK.test(reached) ? options.address() : reached);
    const facts = (inMiniBrowser: boolean): WelcomeFacts => ({
      url,
      routerName,
      inMiniBrowser,
      words,
      wish: wishOf(asked, acceptLanguage),
    });
    switch (decision.do) {
      case 'succeed':
        return decision.with;
      case 'lead-to-page':
        // Never to HTTPS: a window that cannot check the certificate shows a warning, or nothing at all.
        return {
          status: 302,
          contentType: TEXT,
          body: `${url}\n`,
          headers: { Location: new URL(WELCOME_PATH, url).href },
        };
      case 'show-page':
        return welcomePage(facts(decision.inMiniBrowser));
      case 'show-next':
        return nextPage(facts(decision.inMiniBrowser));
      case 'show-style':
        return style(WELCOME_CSS);
      case 'tell-state':
        return stateOf(options.trustedOrigin(), hasSeen());
      case 'misdirected':
        options.misdirected();
        return elsewherePage(facts(false));
      case 'refuse':
        return { status: 404, contentType: TEXT, body: 'There is no Internet here.\n' };
    }
  }
}

/**
 * RFC 8908 section 5. The page also serves as the venue's: people who are through already learn there what this network
 * is.
 */
function stateOf(origin: string | undefined, hasSeen: boolean): Answer | undefined {
  if (origin === undefined) return undefined;
  const portal = new URL(WELCOME_PATH, origin).href;
  const state = { captive: !hasSeen, 'user-portal-url': portal, 'venue-info-url': portal };
  return { status: 200, contentType: CAPTIVE_JSON, body: JSON.stringify(state) };
}
