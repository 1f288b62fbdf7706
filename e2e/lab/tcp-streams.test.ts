/** Segments that come in any order, twice or not at all: what is read is what was sent, up to the first gap. */
import { expect, test } from 'vitest';
import { tcpConnections } from './tcp-streams.ts';

const [PAGE, ROUTER] = [
  { address: [192, 168, 42, 100], port: 40_000 },
  { address: [192, 168, 42, 1], port: 8_080 },
] as const;
const [SYN, ACK] = [0x02, 0x10];
type Spoken = {
  readonly from: 'page' | 'router';
  readonly sequence: number;
  readonly flags?: number;
  readonly text?: string;
};

/** A record of a pcap file: Ethernet, IPv4 and TCP without options. */
function record({ from, sequence, flags = ACK, text = '' }: Spoken): Buffer {
  const [sender, receiver] = from === 'page' ? [PAGE, ROUTER] : [ROUTER, PAGE];
  const tcp = Buffer.alloc(20);
  tcp.writeUInt16BE(sender.port, 0);
  tcp.writeUInt16BE(receiver.port, 2);
  tcp.writeUInt32BE(sequence, 4);
  tcp.writeUInt8(5 << 4, 12);
  tcp.writeUInt8(flags, 13);
  const ip = Buffer.alloc(20);
  ip.writeUInt8(0x45, 0);
  ip.writeUInt16BE(40 + text.length, 2);
  ip.writeUInt8(6, 9);
  ip.set(sender.address, 12);
  ip.set(receiver.address, 16);
  const ethernet = Buffer.alloc(14);
  ethernet.writeUInt16BE(0x0800, 12);
  const frame = Buffer.concat([ethernet, ip, tcp, Buffer.from(text)]);
  const head = Buffer.alloc(16);
  head.writeUInt32LE(frame.length, 8);
  head.writeUInt32LE(frame.length, 12);
  return Buffer.concat([head, frame]);
}

function pcap(...spoken: readonly Spoken[]): Buffer {
  const head = Buffer.alloc(24);
  head.writeUInt32LE(0xa1b2c3d4, 0);
  return Buffer.concat([head, ...spoken.map(record)]);
}

/** Sequence numbers begin again at 0 after 2^32. */
const START = 2 ** 32 - 3;
const HANDSHAKE: readonly Spoken[] = [
  { from: 'page', sequence: START - 1, flags: SYN },
  { from: 'router', sequence: 99, flags: SYN | ACK },
];
const said = (file: Buffer) => tcpConnections(file).map(({ sent, received }) => `${sent} | ${received}`);

test('both directions', () => {
  const file = pcap(
    ...HANDSHAKE,
    { from: 'page', sequence: START, text: 'hello' },
    { from: 'router', sequence: 100, text: 'welcome' },
    { from: 'page', sequence: 2, text: ' again' },
  );
  expect(said(file)).toEqual(['hello again | welcome']);
  expect(tcpConnections(file)[0]).toMatchObject({ client: '192.168.42.100:40000', server: '192.168.42.1:8080' });
});

test('in any order, and twice', () => {
  const [first, second] = [
    { from: 'page', sequence: START, text: 'hello' },
    { from: 'page', sequence: 0, text: 'lo again' },
  ] as const;
  expect(said(pcap(...HANDSHAKE, ...HANDSHAKE, second, first, second, first))).toEqual(['hello again | ']);
});

test('up to what was not heard', () => {
  const [first, third] = [
    { from: 'page', sequence: START, text: 'hel' },
    { from: 'page', sequence: 1, text: 'o' },
  ] as const;
  expect(said(pcap(...HANDSHAKE, first, third))).toEqual(['hel | ']);
});

test('a port that is used again belongs to another connection', () => {
  const again: Spoken = { from: 'page', sequence: 500, flags: SYN };
  const file = pcap(...HANDSHAKE, { from: 'page', sequence: START, text: 'one' }, again, {
    from: 'page',
    sequence: 501,
    text: 'two',
  });
  expect(said(file)).toEqual(['one | ', 'two | ']);
});

test('what began before the capture is left out', () => {
  expect(said(pcap({ from: 'page', sequence: 7, text: 'hello' }))).toEqual([]);
});
