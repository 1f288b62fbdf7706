/** Lends WebRTC of this process (libwebrtc, as in Chromium) to a page of a browser that has none: `page/borrowed-rtc.ts`. */
import wrtc from '@roamhq/wrtc';
import type { WebSocket } from 'ws';
import {
  CHANNEL_BYTES,
  type EventName,
  type FromPage,
  type Order,
  type Snapshot,
  type ToPage,
} from './wire/borrowed.ts';

/** So many bytes wait in a channel of WebRTC; more wait here. */
const QUEUE_BYTES = 1024 * 1024;
/** The library does not say when its queue has become short, so it is looked at this often, in milliseconds. */
const LOOK_MS = 5;

const EVENTS: readonly EventName[] = [
  'signalingstatechange',
  'iceconnectionstatechange',
  'icegatheringstatechange',
  'connectionstatechange',
];

/** Serves one page, until its socket closes. */
export function lend(socket: WebSocket): void {
  const page = new Borrower((message) => socket.send(message));
  socket.on('message', (data: Buffer, isBinary) => page.hear(data, isBinary));
  socket.on('close', () => page.end());
}

class Borrower {
  readonly #send: (message: string | Uint8Array) => void;
  readonly #connections = new Map<number, RTCPeerConnection>();
  readonly #channels = new Map<number, Lent>();
  #made = 0;

  constructor(send: (message: string | Uint8Array) => void) {
    this.#send = send;
  }

  hear(data: Buffer, isBinary: boolean): void {
    if (isBinary) {
      this.#channels.get(data.readInt32BE(0))?.send(data.subarray(CHANNEL_BYTES));
      return;
    }
    const message = JSON.parse(data.toString()) as FromPage;
    if ('call' in message) void this.#answer(message);
    else if ('text' in message) this.#channels.get(message.channel)?.send(message.text);
    else this.#channels.get(message.channel)?.close();
  }

  end(): void {
    for (const connection of this.#connections.values()) connection.close();
  }

  #tell(message: ToPage): void {
    this.#send(JSON.stringify(message));
  }

  async #answer(order: Order): Promise<void> {
    const { call, connection: number } = order;
    if (order.do === 'make') this.#connections.set(number, this.#make(number, order.config));
    const connection = this.#connections.get(number);
    if (connection === undefined) return;
    try {
      const value = (await this.#obey(connection, order)) ?? null;
      this.#tell({ call, value, now: snapshot(connection) });
    } catch (error) {
      this.#tell({ call, error: String(error), now: snapshot(connection) });
    }
  }

  #make(number: number, config: RTCConfiguration): RTCPeerConnection {
    const connection: RTCPeerConnection = new wrtc.RTCPeerConnection(config);
    for (const event of EVENTS)
      connection.addEventListener(event, () => this.#tell({ connection: number, event, now: snapshot(connection) }));
    connection.onicecandidate = ({ candidate }) => {
      const told = candidate && {
        candidate: candidate.candidate,
        sdpMid: candidate.sdpMid,
        sdpMLineIndex: candidate.sdpMLineIndex,
      };
      this.#tell({ connection: number, event: 'icecandidate', candidate: told, now: snapshot(connection) });
    };
    connection.ondatachannel = ({ channel }) => {
      const made = --this.#made;
      this.#tell({ connection: number, made, label: channel.label, id: channel.id ?? 0 });
      this.#lend(made, channel);
    };
    return connection;
  }

  #obey(connection: RTCPeerConnection, order: Order): unknown {
    switch (order.do) {
      case 'make':
        return undefined;
      case 'offer':
        return connection.createOffer().then(({ type, sdp }) => ({ type, sdp }));
      case 'answer':
        return connection.createAnswer().then(({ type, sdp }) => ({ type, sdp }));
      case 'local':
        return connection.setLocalDescription(order.description);
      case 'remote':
        return connection.setRemoteDescription(order.description);
      case 'candidate':
        return order.candidate === null ? undefined : connection.addIceCandidate(order.candidate);
      case 'stats':
        return connection.getStats().then((report) => [...(report as unknown as Iterable<unknown>)]);
      case 'close':
        return connection.close();
      case 'channel':
        return this.#lend(order.channel, connection.createDataChannel(order.label, order.init));
    }
  }

  #lend(number: number, channel: RTCDataChannel): void {
    channel.binaryType = 'arraybuffer';
    const left = (bytes: number) => this.#tell({ channel: number, left: bytes });
    this.#channels.set(number, new Lent(channel, left));
    const opened = () => this.#tell({ channel: number, event: 'open' });
    if (channel.readyState === 'open') opened();
    else channel.onopen = opened;
    channel.onclose = () => this.#tell({ channel: number, event: 'close' });
    channel.onmessage = ({ data }: MessageEvent<string | ArrayBuffer>) => {
      if (typeof data === 'string') {
        this.#tell({ channel: number, text: data });
        return;
      }
      const message = Buffer.alloc(CHANNEL_BYTES + data.byteLength);
      message.writeInt32BE(number);
      message.set(new Uint8Array(data), CHANNEL_BYTES);
      this.#send(message);
    };
  }
}

/** A channel, and what the page has sent through it faster than it leaves. */
class Lent {
  readonly #channel: RTCDataChannel;
  readonly #left: (bytes: number) => void;
  readonly #waiting: (string | Uint8Array<ArrayBuffer>)[] = [];
  #isClosing = false;
  #timer: NodeJS.Timeout | undefined;
  #bytes = 0;

  constructor(channel: RTCDataChannel, left: (bytes: number) => void) {
    this.#channel = channel;
    this.#left = left;
  }

  send(data: string | Buffer): void {
    this.#waiting.push(typeof data === 'string' ? data : Uint8Array.from(data));
    this.#pump();
  }

  close(): void {
    this.#isClosing = true;
    this.#pump();
  }

  #pump(): void {
    clearTimeout(this.#timer);
    const before = this.#bytes;
    while (this.#waiting.length > 0 && this.#channel.readyState === 'open') {
      if (this.#channel.bufferedAmount > QUEUE_BYTES) {
        this.#timer = setTimeout(() => this.#pump(), LOOK_MS);
        break;
      }
      const next = this.#waiting.shift() ?? '';
      this.#bytes += typeof next === 'string' ? Buffer.byteLength(next) : next.length;
      if (typeof next === 'string') this.#channel.send(next);
      else this.#channel.send(next);
    }
    if (this.#bytes > before) this.#left(this.#bytes);
    if (this.#isClosing && this.#waiting.length === 0) this.#channel.close();
  }
}

function snapshot(connection: RTCPeerConnection): Snapshot {
  const { signalingState, iceConnectionState, iceGatheringState, connectionState } = connection;
  const described = (description: RTCSessionDescription | null) =>
    description && { type: description.type, sdp: description.sdp };
  return {
    signalingState,
    iceConnectionState,
    iceGatheringState,
    connectionState,
    localDescription: described(connection.localDescription),
    remoteDescription: described(connection.remoteDescription),
    maxMessageSize: connection.sctp?.maxMessageSize,
  };
}
