import { expect, test } from 'vitest';
import { encodeMessage, xorAddress } from '../../src/router/relay/stun/message.ts';
import { dtlsThroughRelay } from './evidence.ts';
import { readPcap } from './packets.ts';

const CLIENT = { address: '192.168.42.100', port: 40_000 };
const SERVER = { address: '192.168.1.144', port: 3478 };
const transactionId = new Uint8Array(12);

type Udp = { readonly from: typeof CLIENT; readonly to: typeof CLIENT; readonly payload: Uint8Array };

/** A pcap file with one Ethernet frame for each datagram, one second apart. */
function pcap(datagrams: readonly Udp[]): Buffer {
  const header = Buffer.alloc(24);
  header.writeUInt32LE(0xa1b2c3d4, 0);
  return Buffer.concat([header, ...datagrams.map(record)]);
}

function record({ from, to, payload }: Udp, index: number): Buffer {
  const frame = Buffer.alloc(14 + 20 + 8 + payload.length);
  frame.writeUInt16BE(0x0800, 12);
  frame[14] = 0x45;
  frame.writeUInt16BE(20 + 8 + payload.length, 16);
  frame[23] = 17;
  frame.set(from.address.split('.').map(Number), 26);
  frame.set(to.address.split('.').map(Number), 30);
  frame.writeUInt16BE(from.port, 34);
  frame.writeUInt16BE(to.port, 36);
  frame.set(payload, 42);
  const header = Buffer.alloc(16);
  header.writeUInt32LE(index + 1, 0);
  header.writeUInt32LE(frame.length, 8);
  header.writeUInt32LE(frame.length, 12);
  return Buffer.concat([header, frame]);
}

const dtls = Uint8Array.of(23, 0xfe, 0xfd, 0, 0, 0, 0, 0);
const answer = encodeMessage({
  class: 'success',
  method: 1,
  transactionId,
  attributes: [{ type: 0x0020, value: xorAddress(CLIENT) }],
});
const sendIndication = encodeMessage({
  class: 'indication',
  method: 6,
  transactionId,
  attributes: [{ type: 0x0013, value: dtls }],
});
const allocate = encodeMessage({ class: 'request', method: 3, transactionId, attributes: [] });
const channelData = Uint8Array.of(0x40, 0, 0, dtls.length, ...dtls);

test('names the protocol of each packet, and reads the address in STUN answers', () => {
  const up = { from: CLIENT, to: SERVER };
  const down = { from: SERVER, to: CLIENT };
  const packets = readPcap(
    pcap([
      { ...up, payload: encodeMessage({ class: 'request', method: 1, transactionId, attributes: [] }) },
      { ...down, payload: answer },
      { ...up, payload: allocate },
      { ...up, payload: sendIndication },
      { ...up, payload: channelData },
      { from: CLIENT, to: { address: '192.168.1.145', port: 40_001 }, payload: dtls },
      { from: CLIENT, to: { address: '224.0.0.251', port: 5353 }, payload: dtls },
      { ...up, payload: Uint8Array.of(200) },
    ]),
  );
  expect(packets.map(({ speaks }) => speaks)).toEqual([
    'STUN',
    'STUN',
    'TURN',
    'DTLS in TURN',
    'DTLS in TURN',
    'DTLS',
    'mDNS',
    'other',
  ]);
  expect(packets[1]).toMatchObject({ from: '192.168.1.144', mapped: '192.168.42.100:40000', at: 2000 });
});

test('leaves out a record that is cut off', () => {
  const whole = pcap([{ from: CLIENT, to: SERVER, payload: dtls }]);
  expect(readPcap(whole)).toHaveLength(1);
  expect(readPcap(whole.subarray(0, -1))).toHaveLength(0);
});

test('counts what goes through a relay, by wrapping and by address', () => {
  const relay = { address: SERVER.address, first: 20_000, last: 24_999 };
  const packets = readPcap(
    pcap([
      { from: CLIENT, to: SERVER, payload: channelData },
      { from: CLIENT, to: { address: SERVER.address, port: 20_001 }, payload: dtls },
      { from: { address: SERVER.address, port: 24_999 }, to: CLIENT, payload: dtls },
      // The same machine, but a port that its NAT gives to a client.
      { from: { address: SERVER.address, port: 40_000 }, to: CLIENT, payload: dtls },
    ]),
  );
  expect(dtlsThroughRelay(packets, 0, relay)).toBe(3);
  expect(dtlsThroughRelay(packets, 2500, relay)).toBe(1);
});
