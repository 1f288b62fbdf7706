/**
 * How much coturn has relayed. Pure. When verbose, coturn logs what each session has relayed since its previous such line:
 * after every 4096 packets, and at the end. Debian's coturn has no exporter of its own; its console would tell the same,
 * but would be one more open door.
 */
import type { Mark } from './coturn-log.ts';

/** Bytes of what devices sent each other, without TURN's own frames around them. */
export type RelayedBytes = { readonly toPeers: number; readonly fromPeers: number };

export const NOTHING_RELAYED: RelayedBytes = { toPeers: 0, fromPeers: 0 };

/** In `rp`, `rb`, `sp`, `sb`: `p`ackets and `b`ytes, `r`eceived from and `s`ent to the peer. */
const USAGE =
  /^: session \d+: peer usage: realm=<[^<>]*>, username=<[^<>]*>, rp=\d+, rb=(\d{1,15}), sp=\d+, sb=(\d{1,15})$/;

/** The sum after one more line of coturn's log. */
export function withUsage(sum: RelayedBytes, line: string, mark: Mark): RelayedBytes {
  if (!line.startsWith(mark)) return sum;
  const [, received, sent] = USAGE.exec(line.slice(mark.length)) ?? [];
  if (received === undefined || sent === undefined) return sum;
  return { toPeers: sum.toPeers + Number(sent), fromPeers: sum.fromPeers + Number(received) };
}
