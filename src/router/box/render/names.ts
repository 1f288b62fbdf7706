/** dnsmasq's configuration for our own unit, which reads this file alone: `net/dnsmasq.ts`, and what a unit needs. Pure. */
import { dnsmasqConf } from '../../net/dnsmasq.ts';
import { RUN_DIRECTORY } from '../settings/settings.ts';
import { networksOfBox } from './networks-of-box.ts';
import type { Box } from './rendered.ts';

/** The port to which the probes of all systems go. */
const PROBE_PORT = 80;

/** `undefined` when the LAN has no address left to give. */
export function namesConf({ settings, config }: Box): string | undefined {
  const text = dnsmasqConf({
    lan: networksOfBox(settings).lan,
    hostname: config.hostname,
    portal: (config.publicPort ?? config.port) === PROBE_PORT,
  });
  if (text === undefined) return undefined;
  return [
    text.trimEnd(),
    // In memory: a phone whose lease is forgotten asks for its address again and gets it, because dnsmasq takes the first one from
    // the phone's MAC address, and asks whether it is in use. So no lease is ever written to a card.
    `dhcp-leasefile=${RUN_DIRECTORY}/leases`,
    // systemd knows its process.
    'pid-file=',
    'log-facility=-',
    'quiet-dhcp',
    '',
  ].join('\n');
}
