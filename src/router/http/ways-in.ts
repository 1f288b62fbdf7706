/** The ways in for people who do not know this router yet: the captive portal, the poster, and the Wi-Fi for pages to show. */
import type { IncomingMessage } from 'node:http';
import type { JoinInfo } from '../../protocol/join-info.ts';
import { PORTAL, POSTER } from '../languages/dictionaries.ts';
import { urlOf } from '../machine/addresses.ts';
import type { OwnName } from '../machine/own-names.ts';
import { type Answer, style } from '../pages/answer.ts';
import { chooseLanguage } from '../pages/language.ts';
import { createPortal } from '../portal/portal.ts';
import { isTrustedFor } from '../portal/trust.ts';
import { type Visit, visitOf } from '../portal/visit.ts';
import { posterPage } from '../poster/poster.ts';
import { sheetOf } from '../poster/sheet.ts';
import { POSTER_STYLE_PATH, posterCss } from '../poster/styles.ts';
import { type Wifi, wifiCode } from '../poster/wifi-code.ts';
import type { Https } from '../tls/https.ts';

export type WayInOptions = {
  /** The name of every router (see hostname.ts). */
  readonly hostname: string;
  /** The port that phones use for plain HTTP, where it is redirected to ours. */
  readonly publicPort?: number;
  /** The Wi-Fi that the poster names, and pages show to whoever is to come in. */
  readonly wifi?: Wifi;
  /** True for clients on that Wi-Fi or at this machine: only they are told its password. Absent: everybody is. */
  readonly isNear?: (client: string) => boolean;
};

type Context = WayInOptions & {
  readonly routerName: string;
  /** Where people reach it now, the best one. */
  readonly address: () => string;
  /** The URL on plain HTTP for phones that reach this router at `host`. */
  readonly plainUrl: (host: string) => string;
  readonly https: () => Https;
  readonly isOwnName: OwnName;
  readonly misdirected: () => void;
};

export function createWaysIn(context: Context): (request: IncomingMessage) => Answer | undefined {
  const { hostname, routerName, address, plainUrl, isOwnName, misdirected } = context;
  const trustedOrigin = (): string | undefined => {
    const https = context.https();
    // Nobody trusts this router's own authority without doing something first.
    if (https.state !== 'on' || https.authority !== undefined) return undefined;
    return isTrustedFor(hostname, https.pair.current().pair.cert) ? urlOf('https', hostname, https.port) : undefined;
  };
  const portal = createPortal({
    isOwnName,
    misdirected,
    routerName,
    address,
    plainUrl,
    trustedOrigin,
    words: PORTAL,
  });

  return (request) => {
    const visit = visitOf(request);
    if (visit === undefined) return undefined;
    return portal(visit, performance.now()) ?? told(request.url ?? '/', visit);
  };

  function told(path: string, { client, acceptLanguage }: Visit): Answer | undefined {
    const [name, query = ''] = path.split('?', 2);
    const wifi = (context.isNear?.(client) ?? true) ? context.wifi : undefined;
    if (name === JOIN_PATH) return joinAnswer(wifi);
    if (name !== POSTER_STYLE_PATH && name !== '/poster') return undefined;
    const sheet = sheetOf(new URLSearchParams(query));
    if (name === POSTER_STYLE_PATH) return style(posterCss(sheet.size));
    const reader = chooseLanguage(null, acceptLanguage);
    return posterPage({
      sheet,
      reader,
      words: POSTER,
      routerName,
      url: plainUrl(address()),
      ...(wifi && { wifi }),
    });
  }
}

const JOIN_PATH = '/join.json';

/** The same as on the poster, for pages. No other origin may read it. */
function joinAnswer(wifi: Wifi | undefined): Answer {
  const info: JoinInfo = wifi === undefined ? {} : { wifi: { ...wifi, code: wifiCode(wifi) } };
  return { status: 200, contentType: 'application/json', body: JSON.stringify(info) };
}
