/** The TCP connections in a capture, each with the bytes of both directions. Pure. IPv4 over Ethernet only. */
import { framesIn, readIpv4, TCP } from './packets.ts';

export type TcpConnection = {
  /** Address and port of the side that opened it. */
  readonly client: string;
  readonly server: string;
  /** Up to the first byte that was not captured. */
  readonly sent: Buffer;
  readonly received: Buffer;
};

type Segment = {
  readonly from: string;
  readonly to: string;
  readonly sequence: number;
  readonly isSyn: boolean;
  readonly isAnswer: boolean;
  readonly payload: Buffer;
};
type Made = { readonly client: string; readonly server: string; readonly out: Stream; readonly back: Stream };

const [SYN, ACK] = [0x02, 0x10];

/** In the order in which they were opened. A connection whose first packet was not captured is left out. */
export function tcpConnections(file: Buffer): readonly TcpConnection[] {
  const made: Made[] = [];
  for (const { from, to, sequence, isSyn, isAnswer, payload } of segmentsIn(file)) {
    const known = made.filter((one) => isBetween(one, from, to) || isBetween(one, to, from)).at(-1);
    if (isSyn && !isAnswer) {
      // The same packet may be captured twice.
      if (known?.client !== from || known.out.start !== sequence + 1)
        made.push({ client: from, server: to, out: new Stream(sequence + 1), back: new Stream(undefined) });
    } else if (known !== undefined) {
      const stream = known.client === from ? known.out : known.back;
      if (isSyn) stream.start = sequence + 1;
      else stream.add(sequence, payload);
    }
  }
  return made.map(({ client, server, out, back }) => ({ client, server, sent: out.bytes(), received: back.bytes() }));
}

const isBetween = ({ client, server }: Made, one: string, other: string): boolean => client === one && server === other;

function* segmentsIn(file: Buffer): Generator<Segment> {
  for (const { frame } of framesIn(file)) {
    const ip = readIpv4(frame);
    if (ip?.protocol !== TCP || ip.body.length < 20) continue;
    const { body } = ip;
    const flags = body[13] ?? 0;
    yield {
      from: `${ip.from}:${body.readUInt16BE(0)}`,
      to: `${ip.to}:${body.readUInt16BE(2)}`,
      sequence: body.readUInt32BE(4),
      isSyn: (flags & SYN) !== 0,
      isAnswer: (flags & ACK) !== 0,
      payload: body.subarray(((body[12] ?? 0) >> 4) * 4),
    };
  }
}

/** One direction. Segments come in any order, and more than once. */
class Stream {
  /** Sequence number of its first byte. */
  start: number | undefined;
  readonly #pieces: { readonly at: number; readonly bytes: Buffer }[] = [];

  constructor(start: number | undefined) {
    this.start = start;
  }

  add(sequence: number, bytes: Buffer): void {
    if (this.start === undefined || bytes.length === 0) return;
    this.#pieces.push({ at: (sequence - this.start) >>> 0, bytes });
  }

  bytes(): Buffer {
    const inOrder: Buffer[] = [];
    let length = 0;
    for (const { at, bytes } of this.#pieces.sort((a, b) => a.at - b.at)) {
      if (at > length) break;
      const fresh = bytes.subarray(length - at);
      inOrder.push(fresh);
      length += fresh.length;
    }
    return Buffer.concat(inOrder);
  }
}
