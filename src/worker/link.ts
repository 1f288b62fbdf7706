/** One connection to a device: says hello, parses what comes in, and lets bulk frames out no faster than they leave. */

import type { Failure } from '../protocol/failure.ts';
import { FRAME_HEADER_BYTES, type Frame, MAX_CHUNK_BYTES, parseFrame } from '../protocol/frame.ts';
import { TRANSFER_VERSION } from '../protocol/limits.ts';
import { type ControlMessage, parseControlMessage, type TransferId } from '../protocol/peer.ts';
import type { DeviceId } from '../protocol/signaling.ts';
import type { LinkId } from './api.ts';
import { type Channel, HIGH_WATER_BYTES } from './channel.ts';
import { ControlQueue } from './control-queue.ts';

export type TransferMessage = Exclude<ControlMessage, { readonly type: 'hello' }>;

export type LinkListener = {
  /** Both sides have said hello: offers may be made. */
  ready(link: Link): void;
  control(link: Link, message: TransferMessage): void;
  frame(link: Link, frame: Frame): void;
  /** The link is of no more use. Called once. */
  lost(link: Link, cause: Failure): void;
};

export class Link {
  readonly id: LinkId;
  readonly peer: DeviceId;
  readonly peerName: string;
  #phase: 'connecting' | 'greeting' | 'ready' | 'lost' = 'connecting';
  #chunkBytes = 0;
  #openChannels = 0;
  readonly #control: Channel;
  readonly #words: ControlQueue;
  readonly #bulk: Channel;
  readonly #listener: LinkListener;
  #waiting: (() => void)[] = [];

  constructor(
    identity: { readonly id: LinkId; readonly peer: DeviceId; readonly peerName: string },
    channels: { readonly control: Channel; readonly bulk: Channel },
    listener: LinkListener,
  ) {
    this.id = identity.id;
    this.peer = identity.peer;
    this.peerName = identity.peerName;
    this.#control = channels.control;
    this.#words = new ControlQueue(channels.control);
    this.#bulk = channels.bulk;
    this.#listener = listener;
    const shared = {
      opened: () => {
        this.#openChannels += 1;
        this.#greet();
      },
      closed: () => this.lose('connection-lost'),
    };
    this.#control.listen({
      ...shared,
      text: (data) => this.#receiveText(data),
      binary: () => this.lose('protocol-violation'),
      drained: () => this.#words.drained(),
    });
    this.#bulk.listen({
      ...shared,
      text: () => this.lose('protocol-violation'),
      binary: (data) => this.#receiveFrame(data),
      drained: () => this.#wake(),
    });
  }

  get isReady(): boolean {
    return this.#phase === 'ready';
  }

  /** Most payload bytes of one chunk that the other browser takes. Known once the link is connected. */
  get chunkBytes(): number {
    return this.#chunkBytes;
  }

  /** The connection stands; `maxMessageBytes` is what the other browser announced (RFC 8841 section 6). */
  connected(maxMessageBytes: number): void {
    this.#chunkBytes = Math.max(1, Math.min(MAX_CHUNK_BYTES, maxMessageBytes - FRAME_HEADER_BYTES));
    this.#greet();
  }

  tell(message: ControlMessage): void {
    if (this.#phase !== 'lost') this.#words.tell(message);
  }

  /** Says many things of one transfer, no faster than they leave. */
  tellAll(transfer: TransferId, messages: Iterable<ControlMessage>): void {
    if (this.#phase !== 'lost') this.#words.tellAll(transfer, messages);
  }

  /** Sends `frames` in order, waiting whenever the channel's queue is full. False when the link was lost meanwhile. */
  async sendFrames(frames: readonly Uint8Array<ArrayBuffer>[]): Promise<boolean> {
    for (const frame of frames) {
      while (this.#phase === 'ready' && this.#bulk.bufferedAmount > HIGH_WATER_BYTES) await this.#room();
      if (this.#phase !== 'ready') return false;
      this.#bulk.send(frame);
    }
    return true;
  }

  /** Ends the link for `cause`. Later calls do nothing. */
  lose(cause: Failure): void {
    if (this.#phase === 'lost') return;
    this.#phase = 'lost';
    this.#words.clear();
    this.#control.close();
    this.#bulk.close();
    this.#wake();
    this.#listener.lost(this, cause);
  }

  #greet(): void {
    if (this.#phase !== 'connecting' || this.#openChannels < 2 || this.#chunkBytes === 0) return;
    this.#phase = 'greeting';
    this.tell({ type: 'hello', version: TRANSFER_VERSION });
    if (this.#peerVersion !== undefined) this.#compareVersions(this.#peerVersion);
  }

  /** The other side's hello may come before this side knows that it is connected. */
  #peerVersion: number | undefined;

  #compareVersions(version: number): void {
    if (version !== TRANSFER_VERSION) {
      this.lose('version-mismatch');
      return;
    }
    this.#phase = 'ready';
    this.#listener.ready(this);
  }

  #receiveText(data: string): void {
    const parsed = parseControlMessage(data);
    if (!parsed.ok) {
      this.lose('protocol-violation');
      return;
    }
    if (parsed.value.type !== 'hello') {
      // The other side speaks of transfers only after both hellos, which travel on this same ordered channel.
      if (this.#phase === 'ready') this.#listener.control(this, parsed.value);
      else this.lose('protocol-violation');
      return;
    }
    if (this.#phase === 'connecting') this.#peerVersion = parsed.value.version;
    else if (this.#phase === 'greeting') this.#compareVersions(parsed.value.version);
    else this.lose('protocol-violation');
  }

  #receiveFrame(data: ArrayBuffer): void {
    const parsed = parseFrame(data);
    if (parsed.ok && this.#phase === 'ready') this.#listener.frame(this, parsed.value);
    else this.lose('protocol-violation');
  }

  #room(): Promise<void> {
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  #wake(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resume of waiting) resume();
  }
}
