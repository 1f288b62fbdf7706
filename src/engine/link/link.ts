/**
 * One connection to a device: proves who is at both ends, parses what comes in, and lets bulk frames out no faster than
 * they leave.
 */
import type { CompareMessage } from '../../protocol/compare.ts';
import type { Failure } from '../../protocol/failure.ts';
import type { Fingerprints } from '../../protocol/fingerprint.ts';
import {
  FRAME_HEADER_BYTES,
  type Frame,
  MAX_CHUNK_BYTES,
  parseFrame,
  SEQUENCE_MODULUS,
  writeFrame,
} from '../../protocol/frame.ts';
import type { PublicKey, SecretKey } from '../../protocol/keys.ts';
import { TRANSFER_VERSION } from '../../protocol/limits.ts';
import type { WordMessage } from '../../protocol/passed-words.ts';
import { type ControlMessage, faultIn, parseControlMessage, type TransferId } from '../../protocol/peer.ts';
import type { ConnectionId, DeviceId, Signal } from '../../protocol/signaling.ts';
import type { LinkId } from '../api/api.ts';
import type { Channel } from '../api/channel.ts';
import { ControlQueue } from './control-queue.ts';
import type { Groups } from './groups.ts';
import { IdleTalk } from './idle-talk.ts';
import { Lanes } from './lanes.ts';
import { Proof } from './proof.ts';
import { Resequencer } from './resequencer.ts';

export type TransferMessage = Exclude<
  ControlMessage,
  CompareMessage | WordMessage | { readonly type: 'hello' | 'proof' | 'ping' | 'pong' | 'lane' }
>;

type Proven = Extract<ControlMessage, { readonly type: 'proof' }>;
type Hello = Extract<ControlMessage, { readonly type: 'hello' }>;

/** Below this many bytes a sender uses no lanes: they take longer to set up than they would save. */
const LANES_FROM_BYTES = 1024 * 1024;

/**
 * Where frames of all links are laid out: a channel copies a message before `send` returns (W3C webrtc-pc, section 6.2),
 * and a buffer of its own for each block would cost a quarter of a millisecond in page faults.
 */
const layout = new Uint8Array(FRAME_HEADER_BYTES + MAX_CHUNK_BYTES);

export type LinkListener = {
  /** Both sides have proved their keys: offers may be made. */
  ready(link: Link): void;
  /** Handles a message; true if a transfer, or the person here, can use it. */
  control(link: Link, message: TransferMessage | WordMessage): boolean;
  /** Handles a message of two people who make sure of each other. */
  compare(link: Link, message: CompareMessage): void;
  /** Handles a frame; true if a transfer here can use it. */
  frame(link: Link, frame: Frame): boolean;
  /** True if no transfer with the device at the other end was ever agreed. */
  isStranger(link: Link): boolean;
  /** So much is sent over the link that lanes may be worthwhile. Called once. */
  busy(link: Link): void;
  /** The other side sets up a lane. */
  laneSignal(link: Link, lane: number, signal: Signal): void;
  /** The link is no longer usable. Called once. */
  lost(link: Link, cause: Failure): void;
};

export class Link {
  readonly id: LinkId;
  readonly peer: DeviceId;
  readonly peerName: string;
  #phase: 'connecting' | 'greeting' | 'proving' | 'ready' | 'lost' = 'connecting';
  #chunkBytes = 0;
  readonly #proof: Proof;
  #openChannels = 0;
  readonly #control: Channel;
  readonly #words: ControlQueue;
  readonly #lanes: Lanes;
  readonly #listener: LinkListener;
  readonly #arrived: Resequencer<Frame>;
  #sentFrames = 0;
  #sentBytes = 0;
  #unanswered = 0;
  #hearsWords = false;
  /** The other side's hello may arrive before this side knows that it is connected. */
  #early: Hello | undefined;
  readonly #idleTalk: IdleTalk;
  readonly #elapsed: () => number;

  /** `elapsed`: milliseconds on a monotonic clock. */
  constructor(
    identity: {
      readonly id: LinkId;
      readonly peer: DeviceId;
      readonly peerName: string;
      readonly knownKey: PublicKey | undefined;
      readonly connection: ConnectionId;
      readonly secret: SecretKey;
      readonly groups: Groups;
    },
    channels: { readonly control: Channel; readonly bulk: Channel },
    listener: LinkListener,
    elapsed: () => number,
  ) {
    this.id = identity.id;
    this.peer = identity.peer;
    this.peerName = identity.peerName;
    this.#control = channels.control;
    this.#words = new ControlQueue(channels.control);
    this.#listener = listener;
    this.#proof = new Proof(identity);
    this.#elapsed = elapsed;
    this.#idleTalk = new IdleTalk(elapsed());
    this.#arrived = new Resequencer((frame) => {
      if (this.#phase !== 'ready' || listener.frame(this, frame)) return;
      const bytes = FRAME_HEADER_BYTES + frame.payload.length;
      if (!this.#idleTalk.bearsFrame(this.#elapsed(), bytes)) this.lose('connection-lost');
    });
    const opened = () => {
      this.#openChannels += 1;
      this.#greet();
    };
    this.#control.listen({
      opened,
      closed: () => this.lose('connection-lost'),
      text: (data) => this.#receiveText(data),
      binary: () => this.lose('protocol-violation'),
      drained: () => this.#words.drained(),
    });
    this.#lanes = new Lanes({
      opened,
      closed: () => this.lose('connection-lost'),
      text: () => this.lose('protocol-violation'),
      binary: (data) => this.#receiveFrame(data),
    });
    this.#lanes.add(channels.bulk);
  }

  /**
   * Adds a bulk channel on a further connection to the same device. Once it is open, its end is the end of the link.
   */
  addLane(channel: Channel): void {
    this.#lanes.add(channel);
  }

  get isReady(): boolean {
    return this.#phase === 'ready';
  }

  /** True when the other side understands words. Known once the link is ready. */
  get hearsWords(): boolean {
    return this.#hearsWords;
  }

  /** The keys of both ends. Known once the link is ready. */
  get keys(): { readonly own: PublicKey; readonly other: PublicKey } {
    return this.#proof.keys;
  }

  /** Most payload bytes of one chunk that the other browser accepts. Known once the link is connected. */
  get chunkBytes(): number {
    return this.#chunkBytes;
  }

  /**
   * Nothing more will come in time: gives the link up, for what is missing. Where channels stand somebody is at the other
   * end, and who says nothing has shown no more than who says hello and proves nothing.
   */
  giveUp(): void {
    if (this.#phase === 'connecting') this.lose('no-path');
    else if (this.#phase !== 'ready') this.lose('no-proof');
  }

  /** The connection stands; `maxMessageBytes` is what the other browser announced (RFC 8841 section 6). */
  connected(maxMessageBytes: number, fingerprints: Fingerprints): void {
    this.#proof.between(fingerprints);
    this.#chunkBytes = Math.max(1, Math.min(MAX_CHUNK_BYTES, maxMessageBytes - FRAME_HEADER_BYTES));
    this.#greet();
  }

  /** Bytes of bulk frames that wait to leave this device. */
  get queuedBytes(): number {
    return this.#lanes.queuedBytes;
  }

  /** Bytes of bulk frames that have left this device. They leave only while the other device confirms earlier ones. */
  get leftBytes(): number {
    return this.#sentBytes - this.#lanes.queuedBytes;
  }

  /** Asks for a sign of life. */
  ping(): void {
    this.#unanswered += 1;
    this.tell({ type: 'ping' });
  }

  /** How many such questions had no answer since the other side was last heard. */
  get unanswered(): number {
    return this.#unanswered;
  }

  /** Says nothing to somebody who has not proved who they are, but what is needed for that. */
  tell(message: ControlMessage): void {
    const isIntroduction = message.type === 'hello' || message.type === 'proof';
    if (this.#phase === 'ready' || (isIntroduction && this.#phase !== 'lost')) this.#words.tell(message);
  }

  /** Sends many messages of one transfer, no faster than they leave, and as `tell` only to who is proven. */
  tellAll(transfer: TransferId, messages: Iterable<ControlMessage>): void {
    if (this.#phase === 'ready') this.#words.tellAll(transfer, messages);
  }

  /** The other side has ended `transfer`: nothing more is sent about it. */
  hush(transfer: TransferId): void {
    this.#words.hush(transfer);
  }

  /**
   * Sends `frames` in order, waiting when the channel's queue is full. Each is laid out just before it leaves, so their
   * payloads must not change until then. False when the link was lost meanwhile.
   */
  async sendFrames(frames: Iterable<Frame>): Promise<boolean> {
    for (const frame of frames) {
      let lane = this.#lanes.emptiest;
      while (this.#phase === 'ready' && lane === undefined) {
        await this.#lanes.room();
        lane = this.#lanes.emptiest;
      }
      if (this.#phase !== 'ready') return false;
      // Numbered only now: before, its place among the frames of other transfers is not known.
      const message = writeFrame(layout, { ...frame, sequence: this.#sentFrames });
      this.#sentFrames = (this.#sentFrames + 1) % SEQUENCE_MODULUS;
      this.#count(message.length);
      lane?.send(message);
    }
    return true;
  }

  #count(bytes: number): void {
    const before = this.#sentBytes;
    this.#sentBytes += bytes;
    if (before < LANES_FROM_BYTES && this.#sentBytes >= LANES_FROM_BYTES) this.#listener.busy(this);
  }

  /** Ends the link for `cause`. Later calls do nothing. */
  lose(cause: Failure): void {
    if (this.#phase === 'lost') return;
    this.#phase = 'lost';
    this.#words.clear();
    this.#control.close();
    this.#lanes.close();
    this.#listener.lost(this, cause);
  }

  #greet(): void {
    if (this.#phase !== 'connecting' || this.#openChannels < 2 || this.#chunkBytes === 0) return;
    this.#phase = 'greeting';
    this.tell({ type: 'hello', version: TRANSFER_VERSION, key: this.#proof.key, words: true });
    if (this.#early !== undefined) this.#greeted(this.#early);
  }

  #greeted({ version, key, words = false }: Hello): void {
    this.#hearsWords = words;
    if (version !== TRANSFER_VERSION) this.lose('version-mismatch');
    else if (!this.#proof.isOf(key)) this.lose('unproven');
    else {
      this.#phase = 'proving';
      this.tell(this.#proof.give());
    }
  }

  #proven(proof: Proven): void {
    if (!this.#proof.holds(proof)) {
      this.lose('unproven');
      return;
    }
    this.#phase = 'ready';
    this.#listener.ready(this);
  }

  #receiveText(data: string): void {
    if (this.#phase === 'lost') return; // the channel still delivers what it holds
    const parsed = parseControlMessage(data);
    if (!parsed.ok) {
      this.lose(faultIn(data));
      return;
    }
    this.#unanswered = 0;
    // Hello, proof and then the rest: all travel on this one ordered channel.
    const message = parsed.value;
    if (message.type === 'hello') {
      // The version decides if the rest could be understood.
      if (this.#phase === 'connecting' && this.#early === undefined) this.#early = message;
      else if (this.#phase === 'greeting') this.#greeted(message);
      else this.lose('protocol-violation');
    } else if (message.type === 'proof') {
      if (this.#phase === 'proving') this.#proven(message);
      else this.lose('protocol-violation');
    } else if (this.#phase !== 'ready') this.lose('protocol-violation');
    else if (!this.#hear(message)) this.#heardIdly(data.length);
  }

  /** Too much of it is not a breach: more may have been under way than expected. */
  #heardIdly(characters: number): void {
    const isStranger = this.#listener.isStranger(this);
    if (!this.#idleTalk.bearsWord(this.#elapsed(), characters, isStranger)) this.lose('connection-lost');
  }

  /** True if a transfer can use it. */
  #hear(message: Exclude<ControlMessage, { readonly type: 'hello' | 'proof' }>): boolean {
    switch (message.type) {
      case 'ping':
        this.tell({ type: 'pong' });
        return false;
      case 'pong':
        return false; // any message is a sign of life
      case 'lane':
        this.#listener.laneSignal(this, message.lane, message.signal);
        return false;
      case 'compare':
      case 'compare-answer':
      case 'compare-reveal':
      case 'compare-verdict':
        this.#listener.compare(this, message);
        return false; // honest ones are few
      default:
        return this.#listener.control(this, message);
    }
  }

  #receiveFrame(data: ArrayBuffer): void {
    if (this.#phase === 'lost') return;
    const parsed = parseFrame(data);
    if (!parsed.ok || this.#phase !== 'ready') {
      this.lose('protocol-violation');
      return;
    }
    this.#unanswered = 0;
    const outcome = this.#arrived.take(parsed.value.sequence, parsed.value, data.byteLength);
    if (outcome !== 'taken') this.lose(outcome === 'repeated' ? 'protocol-violation' : 'connection-lost');
  }
}
