/** The ways in for people who do not know this router yet: the captive portal and the poster. */
import type { IncomingMessage } from 'node:http';
import { urlOf } from '../machine/addresses.ts';
import type { OwnName } from '../machine/own-names.ts';
import { type Answer, style } from '../pages/answer.ts';
import { createPortal } from '../portal/portal.ts';
import { isTrustedFor } from '../portal/trust.ts';
import { visitOf } from '../portal/visit.ts';
import { posterPage, posterSize } from '../poster/poster.ts';
import { POSTER_STYLE_PATH, posterCss } from '../poster/styles.ts';
import type { Wifi } from '../poster/wifi-code.ts';
import type { Https } from '../tls/https.ts';

export type WayInOptions = {
  /** The name of every router (see hostname.ts). */
  readonly hostname: string;
  /** The port that phones use for plain HTTP, where it is redirected to ours. */
  readonly publicPort?: number;
  /** The Wi-Fi that the poster names. */
  readonly wifi?: Wifi;
  /** True for clients on that Wi-Fi or at this machine: only they are told its password. Absent: everybody is. */
  readonly isNear?: (client: string) => boolean;
};

type Context = WayInOptions & {
  readonly routerName: string;
  readonly address: string;
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
  const portal = createPortal({ isOwnName, misdirected, routerName, address, plainUrl, trustedOrigin });

  return (request) => {
    const visit = visitOf(request);
    if (visit === undefined) return undefined;
    return portal(visit, performance.now()) ?? poster(request.url ?? '/', context.isNear?.(visit.client) ?? true);
  };

  function poster(path: string, isNear: boolean): Answer | undefined {
    const [name, query = ''] = path.split('?', 2);
    const size = posterSize(new URLSearchParams(query).get('size'));
    if (name === POSTER_STYLE_PATH) return style(posterCss(size));
    if (name !== '/poster') return undefined;
    const wifi = isNear ? context.wifi : undefined;
    return posterPage({ size, routerName, url: plainUrl(address), ...(wifi && { wifi }) });
  }
}
