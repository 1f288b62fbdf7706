/**
 * WebRTC for a browser that has none: `RTCPeerConnection` and `RTCDataChannel` as the page knows them, whose ICE, DTLS and
 * SCTP run in another process (`drive/lender.ts`). Has what the app and simple-peer use, and its channels, like those of
 * older browsers, cannot be transferred to a worker.
 */
import { CHANNEL_BYTES, type FromPage, type Order, type Snapshot, SOCKET_PATH, type ToPage } from '../wire/borrowed.ts';

const utf8 = new TextEncoder();
type Handler = ((event: Event) => void) | null;
type Wanted<T> = T extends unknown ? Omit<T, 'call' | 'connection'> : never;

const socket = new WebSocket(`${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}${SOCKET_PATH}`);
socket.binaryType = 'arraybuffer';
const early: (string | ArrayBuffer)[] = [];
const connections = new Map<number, Connection>();
const channels = new Map<number, Channel>();
const answers = new Map<number, { take: (value: unknown) => void; fail: (error: Error) => void; of: Connection }>();
let calls = 0;
/** Of connections and channels. Channels that the other side has made come with negative ones. */
let numbers = 0;

function post(message: FromPage | ArrayBuffer): void {
  const sent = message instanceof ArrayBuffer ? message : JSON.stringify(message);
  if (socket.readyState === WebSocket.OPEN) socket.send(sent);
  else early.push(sent);
}

/** Like an element of the page: events come to listeners, and to the property that is named for them. */
class Target extends EventTarget {
  tell(event: Event): void {
    this.dispatchEvent(event);
    const handler = Reflect.get(this, `on${event.type}`) as Handler | undefined;
    handler?.call(this, event);
  }
}

const eventWith = (type: string, fields: Readonly<Record<string, unknown>>) => Object.assign(new Event(type), fields);

class Channel extends Target {
  readonly label: string;
  readonly id: number;
  readonly #number: number;
  readyState: RTCDataChannelState = 'connecting';
  binaryType = 'arraybuffer';
  bufferedAmountLowThreshold = 0;
  #sent = 0;
  #left = 0;

  constructor(number: number, label: string, id: number) {
    super();
    this.#number = number;
    this.label = label;
    this.id = id;
    channels.set(number, this);
  }

  get bufferedAmount(): number {
    return this.#sent - this.#left;
  }

  send(data: string | ArrayBuffer | ArrayBufferView): void {
    if (this.readyState !== 'open') throw new DOMException('the channel is not open', 'InvalidStateError');
    if (typeof data === 'string') {
      this.#sent += utf8.encode(data).length;
      post({ channel: this.#number, text: data });
      return;
    }
    const bytes = ArrayBuffer.isView(data)
      ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
      : new Uint8Array(data);
    const message = new Uint8Array(CHANNEL_BYTES + bytes.length);
    new DataView(message.buffer).setInt32(0, this.#number);
    message.set(bytes, CHANNEL_BYTES);
    this.#sent += bytes.length;
    post(message.buffer);
  }

  close(): void {
    if (this.readyState === 'closed') return;
    post({ channel: this.#number, close: true });
    this.ended();
  }

  left(bytes: number): void {
    const wasAbove = this.bufferedAmount > this.bufferedAmountLowThreshold;
    this.#left = bytes;
    if (wasAbove && this.bufferedAmount <= this.bufferedAmountLowThreshold) this.tell(new Event('bufferedamountlow'));
  }

  opened(): void {
    this.readyState = 'open';
    this.tell(new Event('open'));
  }

  ended(): void {
    if (this.readyState === 'closed') return;
    this.readyState = 'closed';
    this.tell(new Event('close'));
  }
}

class Connection extends Target {
  readonly #number = ++numbers;
  readonly #channels: Channel[] = [];
  #now: Snapshot = {
    signalingState: 'stable',
    iceConnectionState: 'new',
    iceGatheringState: 'new',
    connectionState: 'new',
    localDescription: null,
    remoteDescription: null,
    maxMessageSize: undefined,
  };

  constructor(config: RTCConfiguration = {}) {
    super();
    connections.set(this.#number, this);
    void this.#ask({ do: 'make', config });
  }

  get signalingState() {
    return this.#now.signalingState;
  }
  get iceConnectionState() {
    return this.#now.iceConnectionState;
  }
  get iceGatheringState() {
    return this.#now.iceGatheringState;
  }
  get connectionState() {
    return this.#now.connectionState;
  }
  get localDescription() {
    return this.#now.localDescription;
  }
  get remoteDescription() {
    return this.#now.remoteDescription;
  }
  get sctp() {
    const { maxMessageSize } = this.#now;
    return maxMessageSize === undefined ? null : { maxMessageSize, transport: { iceTransport: {} } };
  }

  createDataChannel(label: string, init: RTCDataChannelInit = {}): Channel {
    const number = ++numbers;
    const channel = new Channel(number, label, init.id ?? 0);
    this.#channels.push(channel);
    void this.#ask({ do: 'channel', channel: number, label, init });
    return channel;
  }
  async createOffer() {
    return (await this.#ask({ do: 'offer' })) as RTCSessionDescriptionInit;
  }
  async createAnswer() {
    return (await this.#ask({ do: 'answer' })) as RTCSessionDescriptionInit;
  }
  async setLocalDescription({ type, sdp = '' }: RTCSessionDescriptionInit): Promise<void> {
    await this.#ask({ do: 'local', description: { type, sdp } });
  }
  async setRemoteDescription({ type, sdp = '' }: RTCSessionDescriptionInit): Promise<void> {
    await this.#ask({ do: 'remote', description: { type, sdp } });
  }
  async addIceCandidate(candidate: RTCIceCandidateInit | null = null): Promise<void> {
    await this.#ask({ do: 'candidate', candidate });
  }
  async getStats(): Promise<ReadonlyMap<string, unknown>> {
    return new Map((await this.#ask({ do: 'stats' })) as [string, unknown][]);
  }
  close(): void {
    if (this.#now.signalingState === 'closed') return;
    this.#now = { ...this.#now, signalingState: 'closed', iceConnectionState: 'closed', connectionState: 'closed' };
    void this.#ask({ do: 'close' });
    connections.delete(this.#number);
    for (const channel of this.#channels) channel.ended();
  }

  has(channel: Channel): void {
    this.#channels.push(channel);
    this.tell(eventWith('datachannel', { channel }));
  }

  became(now: Snapshot): void {
    if (this.#now.signalingState !== 'closed') this.#now = now;
  }

  #ask(order: Wanted<Order>): Promise<unknown> {
    const call = ++calls;
    post({ call, connection: this.#number, ...order } as Order);
    return new Promise((take, fail) => answers.set(call, { take, fail, of: this }));
  }
}

function hear(message: ToPage): void {
  if ('call' in message) {
    const answer = answers.get(message.call);
    answers.delete(message.call);
    answer?.of.became(message.now);
    if ('error' in message) answer?.fail(new DOMException(message.error, 'OperationError'));
    else answer?.take(message.value);
  } else if ('made' in message) {
    connections.get(message.connection)?.has(new Channel(message.made, message.label, message.id));
  } else if ('connection' in message) {
    const connection = connections.get(message.connection);
    connection?.became(message.now);
    connection?.tell(eventWith(message.event, { candidate: message.candidate }));
  } else {
    const channel = channels.get(message.channel);
    if ('text' in message) channel?.tell(new MessageEvent('message', { data: message.text }));
    else if ('left' in message) channel?.left(message.left);
    else if (message.event === 'open') channel?.opened();
    else channel?.ended();
  }
}

/** What simple-peer wraps around what it is given. */
class Description {
  readonly type: RTCSdpType;
  readonly sdp: string;
  constructor({ type, sdp = '' }: RTCSessionDescriptionInit) {
    this.type = type;
    this.sdp = sdp;
  }
}
class Candidate {
  constructor(init: RTCIceCandidateInit) {
    Object.assign(this, init);
  }
}

/** Gives the page WebRTC; before its own scripts run. */
export function borrow(): void {
  socket.onopen = () => {
    for (const message of early.splice(0)) socket.send(message);
  };
  socket.onmessage = ({ data }: MessageEvent<string | ArrayBuffer>) => {
    if (typeof data === 'string') {
      hear(JSON.parse(data) as ToPage);
      return;
    }
    const channel = channels.get(new DataView(data).getInt32(0));
    channel?.tell(new MessageEvent('message', { data: data.slice(CHANNEL_BYTES) }));
  };
  Object.assign(globalThis, {
    RTCPeerConnection: Connection,
    RTCDataChannel: Channel,
    RTCSessionDescription: Description,
    RTCIceCandidate: Candidate,
  });
}
