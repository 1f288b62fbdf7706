/**
 * The names under which this router answers. A page of somebody on the Internet can make its own name lead here (DNS
 * rebinding), and its browser then takes us for that page's server: it may read what we answer and speak for it. What the
 * browser cannot change is the name that it asks for, in the Host header. So only names that no stranger can own are ours.
 */
import { isIP } from 'node:net';

export type OwnName = (name: string) => boolean;

/**
 * Top levels that nobody on the Internet can register or serve: RFC 6761 (localhost, test), RFC 6762 (local), RFC 8375
 * (home.arpa), ICANN 2024 (internal). Such a name was led here by this network itself.
 */
const NOBODYS = /(?:^|\.)(?:localhost|test|local|home\.arpa|internal)$/;

export type Names = {
  /** `--hostname`: the name of every router, or of the proxy in front of this one. */
  readonly hostname: string;
  /** What this machine calls itself. */
  readonly machine: string;
  /** Domains in which this machine looks for names (`search` of resolv.conf): its LAN's own, such as `lan` or `fritz.box`. */
  readonly domains: readonly string[];
  /** Whether the certificate in use, if any, is one for this name: nobody is given one for a name that is not theirs. */
  readonly isCertified: (name: string) => boolean;
};

/**
 * `name` as `nameInHost` gives it. A request without one is of no browser; and one without a dot is of this network, since
 * nobody on the Internet is given a whole top level to lead elsewhere.
 */
export function ownNames({ hostname, machine, domains, isCertified }: Names): OwnName {
  const [plain = ''] = machine.toLowerCase().split('.', 1);
  const inDomains = plain === '' ? [] : domains.map((domain) => `${plain}.${domain.toLowerCase()}`);
  const named = new Set([hostname.toLowerCase(), machine.toLowerCase(), plain, ...inDomains]);
  return (name) => !name.includes('.') || isAddress(name) || named.has(name) || NOBODYS.test(name) || isCertified(name);
}

/** The domains that a resolv.conf names, without the dot that ends a full name; the last line holds (resolv.conf(5)). */
export function searchDomains(resolvConf: string): readonly string[] {
  const [, words = ''] = [...resolvConf.matchAll(/^(?:search|domain)[ \t]+(.*)$/gm)].at(-1) ?? [];
  return words
    .split(/\s+/)
    .map((word) => word.replace(/\.$/, ''))
    .filter((word) => word !== '');
}

/** An address leads to who has it, and to nobody else. */
const isAddress = (name: string): boolean => isIP(name.replace(/^\[(.*)\]$/, '$1')) !== 0;

/** Of a Host header the name, lower case and without the dot that ends a full name, and whether a port is named as well. */
export function nameInHost(header: string | undefined): { readonly name: string; readonly namesPort: boolean } {
  const [, name = '', port] = /^(\[[^\]]*\]|[^:]*)(?::(\d+))?$/.exec(header ?? '') ?? [];
  return { name: name.toLowerCase().replace(/\.$/, ''), namesPort: port !== undefined };
}
