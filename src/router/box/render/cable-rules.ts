/**
 * Where the LANs of two boxes meet by a cable, both have one address, of IP and of hardware, and both give addresses: half of the
 * phones would lose their way out. What another box sends there is dropped, so that the phones of each stay with it, and counted, so
 * that the doctor can say it. Pure.
 */
import { LAN_MAC } from '../settings/settings.ts';

const TABLE = 'bridge hikyaku_lan';
const CHAIN = 'cables';

export function cableRules(cables: readonly string[]): string {
  const rules = cables.map((name) => `\t\tiifname "${name}" ether saddr ${LAN_MAC} counter drop\n`);
  const chain = `\tchain ${CHAIN} {\n\t\ttype filter hook prerouting priority -300; policy accept;\n${rules.join('')}\t}\n`;
  return `table ${TABLE}\ndelete table ${TABLE}\ntable ${TABLE} {\n${chain}}\n`;
}

/** For a command line. */
export const removalOfCableRules = (): string => `table ${TABLE}; delete table ${TABLE}`;

export const LIST_CABLE_RULES = ['nft', 'list', 'chain', ...TABLE.split(' '), CHAIN] as const;

/** Of what that command lists: the cables at which another box was heard. */
export const cablesWithBoxes = (listed: string): readonly string[] =>
  [...listed.matchAll(/iifname "([^"]+)" ether saddr \S+ counter packets [1-9]/g)].map(([, name = '']) => name);
