/** What the router answers about its HTTPS: the certificate to trust, the page about it, and what the app wants to know. */
import type { IncomingMessage } from 'node:http';
import { FALLBACK } from '../../languages/languages.ts';
import type { HttpsInfo } from '../../protocol/https-info.ts';
import { isPrivate } from '../machine/private-ranges.ts';
import { type Answer, style } from '../pages/answer.ts';
import { type ByLanguage, wishOf } from '../pages/language.ts';
import { type Https, secureHosts, secureUrl } from './https.ts';
import { appleProfile } from './profile.ts';
import { systemOf } from './system.ts';
import { TRUST_STYLE_PATH, trustPage } from './trust-page.ts';
import { TRUST_CSS } from './trust-styles.ts';
import type { TrustWords } from './words.ts';

/** RFC 2585 has no type for what a person installs by hand; this is the one that phones and browsers act on. */
const CA_TYPE = 'application/x-x509-ca-cert';
const PROFILE_TYPE = 'application/x-apple-aspen-config';

type Context = {
  readonly https: Https;
  /** The URL on plain HTTP to tell people, whichever they came by. */
  readonly plain: string;
  readonly words: ByLanguage<TrustWords>;
};

export function tlsAnswer(request: IncomingMessage, { https, plain, words }: Context): Answer | undefined {
  const [path, query] = (request.url ?? '/').split('?', 2);
  const { host, 'accept-language': languages, 'user-agent': agent } = request.headers;
  switch (path) {
    case '/https.json':
      return { status: 200, contentType: 'application/json', body: JSON.stringify(infoOf(https, host, plain)) };
    case '/trust': {
      const [url] = urlsOf(https, host);
      const { language = FALLBACK, named } = wishOf(new URLSearchParams(query).get('lang'), languages);
      return trustPage({
        language,
        named,
        words: words[language],
        system: systemOf(agent),
        ...(url !== undefined && { url }),
        ...(https.state === 'on' && https.authority && { authority: https.authority }),
      });
    }
    case TRUST_STYLE_PATH:
      return style(TRUST_CSS);
    case '/ca.crt':
      if (https.state !== 'on' || https.authority === undefined) return undefined;
      return download(CA_TYPE, https.authority.certificate.raw, 'hikyaku-ca.crt');
    case '/ca.mobileconfig':
      if (https.state !== 'on' || https.authority === undefined) return undefined;
      return download(PROFILE_TYPE, appleProfile(https.authority), 'hikyaku.mobileconfig');
    default:
      return undefined;
  }
}

const download = (contentType: string, body: string | Uint8Array, name: string): Answer => ({
  status: 200,
  contentType,
  body,
  headers: { 'Content-Disposition': `inline; filename="${name}"` },
});

const urlsOf = (https: Https, host: string | undefined): readonly string[] =>
  https.state === 'on' ? secureHosts(https, host).map((name) => secureUrl(name, https.port)) : [];

function infoOf(https: Https, host: string | undefined, plain: string): HttpsInfo {
  if (https.state !== 'on') return { urls: [], own: false, expires: 0, plain };
  const expires = https.pair.current().facts.notAfter.getTime();
  return { urls: urlsOf(https, host), own: https.authority !== undefined, expires, plain };
}

/**
 * A page of this router on plain HTTP may read `/healthz` over HTTPS, to see whether this browser trusts it. A page counts
 * as ours by the name in its address: the router's own name, the name that HTTPS was asked under, or a private address.
 */
export function corsHeaders(request: IncomingMessage, https: Https): Readonly<Record<string, string>> {
  const { origin, host } = request.headers;
  if (https.state !== 'on' || request.url !== '/healthz') return {};
  const allowed = origin !== undefined && isPlainPageOf(origin, [https.hostname, host?.replace(/:\d+$/, '')]);
  return { Vary: 'Origin', ...(allowed && { 'Access-Control-Allow-Origin': origin }) };
}

function isPlainPageOf(origin: string, names: readonly (string | undefined)[]): boolean {
  if (!URL.canParse(origin)) return false;
  const { protocol, hostname } = new URL(origin);
  return protocol === 'http:' && (names.includes(hostname) || isPrivate(hostname));
}
