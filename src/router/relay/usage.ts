/**
 * How much coturn has relayed, from what it says of each session when it is told to be verbose: once in 4096 packets, and at the
 * session's end, each time since the last. Pure. Debian's coturn is built without the exporter that newer ones have; its
 * console, which would say the same, is a door that nobody needs open.
 */

/** Bytes of what devices sent each other, without TURN's own frames around them. */
export type RelayedBytes = { readonly toPeers: number; readonly fromPeers: number };

export const NOTHING_RELAYED: RelayedBytes = { toPeers: 0, fromPeers: 0 };

/**
 * What stands in place of the time before each line of coturn's own, and that nobody else knows: coturn repeats the name that a
 * client gives itself, with line breaks and whatever stands behind them, before it has looked at its credential.
 */
export type Mark = string;

/** Lines of a configuration that make coturn tell. */
export const tellingUsage = (mark: Mark): readonly string[] => [
  'verbose',
  'new-log-timestamp',
  `new-log-timestamp-format=${mark}`,
];

/** `p`ackets and `b`ytes, `r`eceived from and `s`ent to the peer. Who it was, which stands between, is of no matter here. */
const USAGE =
  /^: session \d+: peer usage: realm=<[^<>]*>, username=<[^<>]*>, rp=\d+, rb=(\d{1,15}), sp=\d+, sb=(\d{1,15})$/;

/** The sum after one more line of coturn's log. */
export function withUsage(sum: RelayedBytes, line: string, mark: Mark): RelayedBytes {
  if (!line.startsWith(mark)) return sum;
  const [, received, sent] = USAGE.exec(line.slice(mark.length)) ?? [];
  if (received === undefined || sent === undefined) return sum;
  return { toPeers: sum.toPeers + Number(sent), fromPeers: sum.fromPeers + Number(received) };
}
