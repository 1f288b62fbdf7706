/** What captures say about a transfer, as in the paper's figures 8 to 12: who spoke what with whom. Pure. */
import { isFromServer, type Packet, type Speaks } from './packets.ts';
import { kilobytes, type Table } from './table.ts';

export type Captured = ReadonlyMap<string, readonly Packet[]>;

/**
 * What devices and servers speak with each other; the rest (HTTP, ARP, mDNS) is the app's page and the network itself.
 */
const OF_INTEREST: readonly Speaks[] = ['STUN', 'TURN', 'STUN in TURN', 'DTLS', 'DTLS in TURN'];

/** One row for each pair of addresses and what they spoke, seen from one capture. */
export function conversations(point: string, packets: readonly Packet[]): readonly (readonly string[])[] {
  const found = new Map<string, { packets: number; bytes: number }>();
  for (const { from, to, speaks, bytes } of packets) {
    if (!OF_INTEREST.includes(speaks)) continue;
    const key = [[from, to].sort().join(' <-> '), speaks].join('\t');
    const sum = found.get(key) ?? { packets: 0, bytes: 0 };
    found.set(key, { packets: sum.packets + 1, bytes: sum.bytes + bytes });
  }
  return [...found]
    .sort(([, a], [, b]) => b.bytes - a.bytes)
    .map(([key, sum]) => [point, ...key.split('\t'), String(sum.packets), kilobytes(sum.bytes)]);
}

export function conversationTable(title: string, captured: Captured, points: ReadonlyMap<string, string>): Table {
  const rows = [...points].flatMap(([link, point]) => conversations(point, captured.get(link) ?? []));
  return { title, head: ['seen at', 'between', 'speaks', 'packets', 'bytes'], rows };
}

/** The addresses that a STUN or TURN server told a client: the server, and what it said, without ports. */
export function toldAddresses(
  packets: readonly Packet[],
  serverPort: number,
): readonly { readonly server: string; readonly told: string }[] {
  const answers = packets.filter((packet) => isFromServer(packet, serverPort));
  const lines = new Set(answers.map(({ from, mapped = '' }) => `${from} ${mapped.split(':')[0]}`));
  return [...lines].map((line) => {
    const [server = '', told = ''] = line.split(' ');
    return { server, told };
  });
}

/**
 * Packets with content of the devices (DTLS) that went through a TURN server: wrapped, or to or from a relay address.
 */
export function dtlsThroughRelay(
  packets: readonly Packet[],
  since: number,
  relay: { readonly address: string; readonly first: number; readonly last: number },
): number {
  const isRelay = (address: string, port: number) =>
    address === relay.address && port >= relay.first && port <= relay.last;
  return packets.filter(({ at, speaks, from, to, ports }) => {
    if (at < since) return false;
    if (speaks === 'DTLS in TURN') return true;
    return speaks === 'DTLS' && ports !== undefined && (isRelay(from, ports.from) || isRelay(to, ports.to));
  }).length;
}
