/**
 * The names under which this router answers. A page on the Internet can make its own name lead here (DNS rebinding). A
 * browser then takes us for that page's server, and lets the page read our answers and speak for it. The page cannot
 * change the name that the browser puts into the Host header. So we only answer to names that no stranger can own.
 */
import { isIP } from 'node:net';

export type OwnName = (name: string) => boolean;

/**
 * Top levels that nobody on the Internet can register or serve: RFC 6761 (localhost, test), RFC 6762 (local), RFC 8375
 * (home.arpa), ICANN 2024 (internal). Only this network itself can lead such a name here.
 */
const NOBODYS = /(?:^|\.)(?:localhost|test|local|home\.arpa|internal)$/;

type Names = {
  /** `--hostname`: the name of every router, or of the proxy in front of this one. */
  readonly hostname: string;
  /** The host name of this machine. */
  readonly machine: string;
  /**
   * Domains in which this machine looks up names (`search` of resolv.conf): its LAN's own, such as `lan` or
   * `fritz.box`.
   */
  readonly domains: readonly string[];
  /**
   * True when the certificate in use is valid for this name: nobody gets a certificate for a name that is not theirs.
   */
  readonly isCertified: (name: string) => boolean;
};

/**
 * `name` comes from `nameInHost`. No browser sends a request without one. A name without a dot belongs to this network,
 * since nobody on the Internet owns a whole top level to lead elsewhere.
 */
export function ownNames({ hostname, machine, domains, isCertified }: Names): OwnName {
  const [plain = ''] = machine.toLowerCase().split('.', 1);
  const inDomains = plain === '' ? [] : domains.map((domain) => `${plain}.${domain.toLowerCase()}`);
  const named = new Set([hostname.toLowerCase(), machine.toLowerCase(), plain, ...inDomains]);
  return (name) => !name.includes('.') || isAddress(name) || named.has(name) || NOBODYS.test(name) || isCertified(name);
}

/** The domains of a resolv.conf, without the final dot of a full name; the last line counts (resolv.conf(5)). */
export function searchDomains(resolvConf: string): readonly string[] {
  const [, words = ''] = [...resolvConf.matchAll(/^(?:search|domain)[ \t]+(.*)$/gm)].at(-1) ?? [];
  return words
    .split(/\s+/)
    .map((word) => word.replace(/\.$/, ''))
    .filter((word) => word !== '');
}

/** An address always leads to the machine that has it. */
const isAddress = (name: string): boolean => isIP(name.replace(/^\[(.*)\]$/, '$1')) !== 0;

/**
 * The name in a Host header, in lower case and without the final dot of a full name; `namesPort`: a port follows it.
 */
export function nameInHost(header: string | undefined): { readonly name: string; readonly namesPort: boolean } {
  const [, name = '', port] = /^(\[[^\]]*\]|[^:]*)(?::(\d+))?$/.exec(header ?? '') ?? [];
  return { name: name.toLowerCase().replace(/\.$/, ''), namesPort: port !== undefined };
}
