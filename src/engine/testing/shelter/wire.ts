/**
 * Connections between two devices, in which anything may happen to messages under way, except a change of order within
 * a channel.
 */
import { MAX_CHUNK_BYTES } from '../../../protocol/frame.ts';
import { type Channel, type ChannelListener, HIGH_WATER_BYTES } from '../../api/channel.ts';
import type { Side } from './clock.ts';
import { demand } from './rules.ts';

export const otherSide = { a: 'b', b: 'a' } as const;

type Waiting = { readonly what: 'opened' | 'closed' | 'data'; readonly data: string | ArrayBuffer };

/** Is told of everything that leaves and arrives. The engine gets what `arrives` returns. */
export type Tap = {
  readonly sent: (wire: Wire, from: Side, data: string | ArrayBuffer) => void;
  readonly arrives: (wire: Wire, at: Side, data: string | ArrayBuffer) => string | ArrayBuffer;
  /** Runs a rule inside an engine. */
  readonly check: (rule: () => void) => void;
};

/** One end of a channel. */
export class WireChannel implements Channel {
  readonly side: Side;
  readonly wire: Wire;
  readonly isControl: boolean;
  other: WireChannel | undefined;
  bufferedAmount = 0;
  lowWaterBytes = 0;
  /** Under way to the other end. */
  queue: Waiting[] = [{ what: 'opened', data: '' }];
  isClosed = false;
  #listener: ChannelListener | undefined;

  constructor(wire: Wire, side: Side, isControl: boolean) {
    this.wire = wire;
    this.side = side;
    this.isControl = isControl;
  }

  get isHeard(): boolean {
    return this.#listener !== undefined;
  }

  listen(listener: ChannelListener): void {
    this.#listener = listener;
  }

  send(data: string | Uint8Array<ArrayBuffer>): void {
    if (this.isClosed) return;
    const copy = typeof data === 'string' ? data : data.slice().buffer;
    if (!this.isControl) this.wire.tap.check(() => this.#checkBulk(sizeOf(copy)));
    this.bufferedAmount += sizeOf(copy);
    this.wire.tap.sent(this.wire, this.side, copy);
    if (!this.wire.isCut) this.queue.push({ what: 'data', data: copy });
  }

  #checkBulk(bytes: number): void {
    demand(this.bufferedAmount <= HIGH_WATER_BYTES, 'nothing is sent into a channel that is full');
    demand(bytes <= MAX_CHUNK_BYTES + 20, 'no message is longer than a chunk and its header');
  }

  close(): void {
    if (this.isClosed) return;
    this.isClosed = true;
    if (!this.wire.isCut) this.queue.push({ what: 'closed', data: '' });
  }

  /** The channel ends by itself, and both sides are told. */
  fail(): void {
    if (this.isClosed) return;
    this.close();
    this.#listener?.closed();
  }

  /** The oldest message here arrives at the other end. */
  arrive(): void {
    const next = this.queue.shift();
    const { other } = this;
    if (!next || !other) return;
    const wasAbove = this.bufferedAmount > this.lowWaterBytes;
    this.bufferedAmount -= sizeOf(next.data);
    if (!this.isClosed && wasAbove && this.bufferedAmount <= this.lowWaterBytes) this.#listener?.drained();
    const listener = other.#listener;
    if (other.isClosed || !listener) return;
    if (next.what === 'opened') listener.opened();
    else if (next.what === 'closed') {
      other.isClosed = true;
      listener.closed();
    } else {
      const data = this.wire.tap.arrives(this.wire, other.side, next.data);
      if (typeof data === 'string') listener.text(data);
      else listener.binary(data);
    }
  }
}

const sizeOf = (data: string | ArrayBuffer): number => (typeof data === 'string' ? data.length : data.byteLength);

/** One connection, with its control channel and its lanes. */
export class Wire {
  readonly number: number;
  readonly tap: Tap;
  isCut = false;
  readonly control: Readonly<Record<Side, WireChannel>>;
  readonly lanes: Readonly<Record<Side, WireChannel>>[] = [];

  constructor(number: number, tap: Tap) {
    this.number = number;
    this.tap = tap;
    this.control = this.#pair(true);
    this.addLane();
  }

  addLane(): Readonly<Record<Side, WireChannel>> {
    const lane = this.#pair(false);
    this.lanes.push(lane);
    return lane;
  }

  #pair(isControl: boolean): Readonly<Record<Side, WireChannel>> {
    const pair = { a: new WireChannel(this, 'a', isControl), b: new WireChannel(this, 'b', isControl) };
    pair.a.other = pair.b;
    pair.b.other = pair.a;
    return pair;
  }

  get channels(): readonly Readonly<Record<Side, WireChannel>>[] {
    return [this.control, ...this.lanes];
  }

  /** True when neither side can send anything any more. */
  get isOver(): boolean {
    return this.channels.every((pair) =>
      [pair.a, pair.b].every(({ isClosed, queue }) => isClosed && queue.length === 0),
    );
  }

  /** The path breaks: messages under way are lost, and nobody is told. */
  cut(): void {
    this.isCut = true;
    for (const pair of this.channels) for (const end of [pair.a, pair.b]) end.queue = [];
  }

  /** One side gives the connection up. */
  close(side: Side): void {
    for (const pair of this.channels) pair[side].close();
  }

  /** Channel ends from which something can arrive now. */
  busy(runs: (side: Side) => boolean): WireChannel[] {
    return this.channels
      .flatMap((pair) => [pair.a, pair.b])
      .filter(({ queue, side, other }) => queue.length > 0 && other?.isHeard && runs(otherSide[side]));
  }
}
