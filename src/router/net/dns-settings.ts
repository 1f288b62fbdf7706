/** Turns flags and networks into the input of dnsmasq.ts, or says what is missing. Pure. */

import type { Config } from '../config/config.ts';
import { urlOf } from '../machine/addresses.ts';
import { API_PATH } from '../portal/decide.ts';
import { dnsmasqConf } from './dnsmasq.ts';
import type { Networks } from './networks.ts';

/** Systems send their probes to this port alone. */
const PROBE_PORT = 80;

/** `isTrusted`: phones trust the certificate for the hostname without further steps. */
export function dnsText(
  config: Config,
  networks: Networks,
  hostname: string,
  isTrusted: boolean,
): { readonly said: string } | { readonly problem: string } {
  const [problem] = networks.problems;
  if (problem !== undefined) return { problem };
  const { lan } = networks;
  if (config.lan === undefined || lan === undefined)
    return { problem: 'dns needs --lan: the network that gets addresses and names from this machine' };
  const portal = (config.publicPort ?? config.port) === PROBE_PORT;
  const https = isTrusted && config.https?.files !== undefined ? config.https.port : undefined;
  const text = dnsmasqConf({
    lan,
    hostname,
    portal,
    ...(https !== undefined && { captiveApi: new URL(API_PATH, urlOf('https', hostname, https)).href }),
  });
  if (text === undefined) return { problem: `the LAN ${lan.cidr} has no address left for a phone` };
  return {
    said: `# For /etc/dnsmasq.d/hikyaku.conf. Made by \`router.mjs dns print\`; change its flags, not this file.\n${text.trimEnd()}`,
  };
}
