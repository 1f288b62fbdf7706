/** The router's HTTPS side as other parts see it: on, off or failed, under which addresses, with whose certificate. */
import type { Authority } from './authority.ts';
import { covers, type LivePair } from './pair.ts';
import { daysLeft } from './validity.ts';

/** What HTTPS is served with. `authority` only where the certificate is of the router's own making. */
export type Certified = { readonly hostname: string; readonly pair: LivePair; readonly authority?: Authority };

export type Https =
  | { readonly state: 'off' | 'failed'; readonly reason: string }
  | ({ readonly state: 'on'; readonly port: number } & Certified);

export type TlsStatus =
  | { readonly state: 'off' | 'failed'; readonly reason: string }
  | {
      readonly state: 'on';
      readonly port: number;
      readonly certificate: 'operator' | 'own';
      readonly names: readonly string[];
      /** ISO 8601, by the certificate; how far that is, by this router's clock. */
      readonly expires: string;
      readonly days_left: number;
      /** SHA-256 of the authority that phones are asked to trust. */
      readonly authority?: string;
      /** What is wrong, in words, if anything is. */
      readonly problem?: string;
    };

export function tlsStatus(https: Https, now: Date): TlsStatus {
  if (https.state !== 'on') return https;
  const { port, pair, authority } = https;
  const { notAfter, names } = pair.current().facts;
  const problem = pair.problem();
  return {
    state: 'on',
    port,
    certificate: authority === undefined ? 'operator' : 'own',
    names,
    expires: notAfter.toISOString(),
    days_left: daysLeft(notAfter, now),
    ...(authority && { authority: authority.fingerprint }),
    ...(problem !== undefined && { problem }),
  };
}

/**
 * The names under which HTTPS can be tried, best first: the name that is the same on every router, then what the page was
 * opened under. `host` is the Host header of a request, which may hold anything.
 */
export function secureHosts(https: Https, host: string | undefined): readonly string[] {
  if (https.state !== 'on') return [];
  const { names } = https.pair.current().facts;
  const asked = plainNameOf(host);
  const named = covers(names, https.hostname) ? https.hostname : names.find((name) => !/^\*|^[\d.]+$|:/.test(name));
  const candidates = [named, asked !== undefined && covers(names, asked) ? asked : undefined];
  return [
    ...new Set(candidates.filter((name) => name !== undefined).filter((name) => URL.canParse(`https://${name}/`))),
  ];
}

/** The address of HTTPS under a name. */
export function secureUrl(name: string, port: number): string {
  return new URL(`https://${name}:${port}/`).href;
}

/** The name in a Host header, if it is a name or an IPv4 address and nothing else. */
function plainNameOf(host: string | undefined): string | undefined {
  return /^([\w.-]{1,253})(?::\d{1,5})?$/.exec(host ?? '')?.[1];
}
