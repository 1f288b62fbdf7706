/** What a capture shows: packets read from a pcap file, and the protocol of each. Pure. IPv4 over Ethernet only. */
import { decodeMessage, METHOD, mappedAddress } from '../../src/router/relay/stun/message.ts';

export type Speaks = 'STUN' | 'TURN' | 'DTLS' | 'DTLS in TURN' | 'STUN in TURN' | 'mDNS' | 'DNS' | 'HTTP' | 'other';

export type Packet = {
  /** Milliseconds since 1970, by the clock of the kernel. */
  readonly at: number;
  readonly from: string;
  readonly to: string;
  /** Absent when the packet has none (ICMP, later fragments). */
  readonly ports?: { readonly from: number; readonly to: number };
  /** On the wire, with its Ethernet header. */
  readonly bytes: number;
  readonly speaks: Speaks;
  /** The first name that a DNS or mDNS packet asks for. */
  readonly asksFor?: string;
  /** The address that a STUN answer reports. */
  readonly mapped?: string;
};

const PCAP_HEADER_BYTES = 24;
const RECORD_HEADER_BYTES = 16;
/** Microseconds, in this machine's byte order (the lab runs on little-endian machines only). */
const PCAP_MAGIC = 0xa1b2c3d4;
const ETHERNET_HEADER_BYTES = 14;
const ETHERTYPE_IPV4 = 0x0800;
export const [TCP, UDP] = [6, 17];

export function readPcap(file: Buffer): readonly Packet[] {
  return [...framesIn(file)].flatMap(({ frame, at, bytes }) => readFrame(frame, at, bytes) ?? []);
}

/** `frame` is what was kept of it, `bytes` how long it was. A truncated last one (the capture was killed) is left out. */
export type Captured = { readonly frame: Buffer; readonly at: number; readonly bytes: number };

export function* framesIn(file: Buffer): Generator<Captured> {
  if (file.length < PCAP_HEADER_BYTES) return;
  if (file.readUInt32LE(0) !== PCAP_MAGIC) throw new Error('no pcap file of this machine');
  for (let at = PCAP_HEADER_BYTES; at + RECORD_HEADER_BYTES <= file.length; ) {
    const kept = file.readUInt32LE(at + 8);
    const frame = file.subarray(at + RECORD_HEADER_BYTES, at + RECORD_HEADER_BYTES + kept);
    if (frame.length < kept) return;
    const time = file.readUInt32LE(at) * 1000 + file.readUInt32LE(at + 4) / 1000;
    yield { frame, at: time, bytes: file.readUInt32LE(at + 12) };
    at += RECORD_HEADER_BYTES + kept;
  }
}

/** A packet of IPv4 in a frame of Ethernet. `body` is empty in later fragments. */
export type Ipv4 = { readonly from: string; readonly to: string; readonly protocol: number; readonly body: Buffer };

export function readIpv4(frame: Buffer): Ipv4 | undefined {
  if (frame.length < ETHERNET_HEADER_BYTES + 20 || frame.readUInt16BE(12) !== ETHERTYPE_IPV4) return undefined;
  const ip = frame.subarray(ETHERNET_HEADER_BYTES);
  const headerBytes = ((ip[0] ?? 0) & 0xf) * 4;
  const isFirstFragment = (ip.readUInt16BE(6) & 0x1fff) === 0;
  const body = isFirstFragment ? ip.subarray(headerBytes, ip.readUInt16BE(2)) : ip.subarray(0, 0);
  return { from: address(ip, 12), to: address(ip, 16), protocol: ip[9] ?? 0, body };
}

function readFrame(frame: Buffer, at: number, bytes: number): Packet | undefined {
  const ip = readIpv4(frame);
  if (ip === undefined) return undefined;
  const { protocol, body, from, to } = ip;
  const packet = { at, bytes, from, to };
  if ((protocol !== UDP && protocol !== TCP) || body.length < 8) return { ...packet, speaks: 'other' };
  const ports = { from: body.readUInt16BE(0), to: body.readUInt16BE(2) };
  if (protocol === TCP) return { ...packet, ports, speaks: 'HTTP' };
  const payload = body.subarray(8);
  const either = (port: number) => ports.from === port || ports.to === port;
  if (either(53)) return { ...packet, ports, speaks: 'DNS', ...question(payload) };
  if (either(5353)) return { ...packet, ports, speaks: 'mDNS', ...question(payload) };
  return { ...packet, ports, ...readUdp(payload) };
}

const DNS_HEADER_BYTES = 12;

/** RFC 1035 section 4.1: the first question's labels. Answers in mDNS have no question. */
function question(payload: Buffer): { readonly asksFor?: string } {
  if (payload.length <= DNS_HEADER_BYTES || payload.readUInt16BE(4) === 0) return {};
  const labels: string[] = [];
  for (let at = DNS_HEADER_BYTES; ; ) {
    const length = payload[at] ?? 0;
    if (length === 0 || length > 63) return { asksFor: labels.join('.') };
    labels.push(payload.toString('latin1', at + 1, at + 1 + length));
    at += 1 + length;
  }
}

/** TURN (RFC 8656) that wraps a packet: attribute DATA, and the two indications that carry it. */
const DATA = 0x0013;

/** RFC 7983 section 7: the first byte tells the protocols apart. */
function readUdp(payload: Buffer): { readonly speaks: Speaks; readonly mapped?: string } {
  const first = payload[0] ?? 255;
  if (first >= 20 && first <= 63) return { speaks: 'DTLS' };
  if (first >= 64 && first <= 79) return { speaks: inside(payload.subarray(4)) };
  const message = first <= 3 ? decodeMessage(payload) : undefined;
  if (message === undefined) return { speaks: 'other' };
  const data = message.attributes.find(({ type }) => type === DATA);
  if (data !== undefined) return { speaks: inside(Buffer.from(data.value)) };
  const told = message.class === 'success' ? mappedAddress(message) : undefined;
  const mapped = told && { mapped: `${told.address}:${told.port}` };
  return { speaks: message.method === METHOD.binding ? 'STUN' : 'TURN', ...mapped };
}

function inside(payload: Buffer): Speaks {
  const { speaks } = readUdp(payload);
  if (speaks === 'DTLS') return 'DTLS in TURN';
  return speaks === 'STUN' ? 'STUN in TURN' : 'TURN';
}

/** Connectivity checks between two clients are STUN too; they carry a username, which questions to a server do not. */
export const isFromServer = ({ ports, mapped }: Packet, port: number): boolean =>
  mapped !== undefined && ports?.from === port;

function address(bytes: Buffer, at: number): string {
  return [...bytes.subarray(at, at + 4)].join('.');
}
