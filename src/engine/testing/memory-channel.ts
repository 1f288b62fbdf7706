/** Data channels in memory: ordered, late, and easily cut. */
import type { ControlMessage } from '../../protocol/peer.ts';
import type { Channel, ChannelListener } from '../api/channel.ts';

/**
 * Two channel ends in memory. Messages arrive in order, each `turns` turns after the previous one, copied as a network
 * would.
 */
export function channelPair(turns = 1): [MemoryChannel, MemoryChannel] {
  const a = new MemoryChannel(turns);
  const b = new MemoryChannel(turns);
  a.other = b;
  b.other = a;
  return [a, b];
}

const CLOSED = Symbol('closed');

export class MemoryChannel implements Channel {
  other: MemoryChannel | undefined;
  bufferedAmount = 0;
  /** Bytes of binary messages sent here. */
  sentBytes = 0;
  /** Called once when `sentBytes` passes this. */
  at: { readonly bytes: number; readonly call: () => void } | undefined;
  readonly #turns: number;
  #muted: string | undefined;
  #listener: ChannelListener | undefined;
  #closed = false;
  /** Messages under way to the other end. */
  #queue: (string | ArrayBuffer | typeof CLOSED)[] = [];

  constructor(turns: number) {
    this.#turns = turns;
  }

  listen(listener: ChannelListener): void {
    this.#listener = listener;
    queueMicrotask(() => listener.opened());
  }

  /** Drops control messages of this type, as if the link had broken before they left. */
  mute(type: ControlMessage['type']): void {
    this.#muted = type;
  }

  send(data: string | Uint8Array<ArrayBuffer>): void {
    if (this.#closed || (typeof data === 'string' && data.startsWith(`{"type":"${this.#muted}"`))) return;
    if (typeof data !== 'string') this.sentBytes += data.length;
    if (this.at && this.sentBytes > this.at.bytes) {
      setImmediate(this.at.call);
      this.at = undefined;
    }
    const copy = typeof data === 'string' ? data : data.slice().buffer;
    this.bufferedAmount += typeof copy === 'string' ? copy.length : copy.byteLength;
    this.#post(copy);
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#post(CLOSED);
  }

  /** The path breaks: nothing arrives any more at either end, and nobody is told. */
  cut(): void {
    for (const end of [this, this.other]) {
      if (!end) continue;
      end.#closed = true;
      end.#queue = [];
    }
  }

  #post(message: string | ArrayBuffer | typeof CLOSED): void {
    this.#queue.push(message);
    if (this.#queue.length === 1) this.#inTurn();
  }

  #inTurn(turns = this.#turns): void {
    setImmediate(() => {
      if (turns > 1) this.#inTurn(turns - 1);
      else this.#arrive();
    });
  }

  #arrive(): void {
    const message = this.#queue.shift();
    if (message === undefined) return; // the path broke
    if (typeof message === 'string') this.bufferedAmount -= message.length;
    else if (message instanceof ArrayBuffer) this.bufferedAmount -= message.byteLength;
    if (this.bufferedAmount === 0) this.#listener?.drained();
    if (message === CLOSED) this.other?.deliver((listener) => listener.closed());
    else if (typeof message === 'string') this.other?.deliver((listener) => listener.text(message));
    else this.other?.deliver((listener) => listener.binary(message));
    if (this.#queue.length > 0) this.#inTurn();
  }

  deliver(to: (listener: ChannelListener) => void): void {
    if (!this.#closed && this.#listener) to(this.#listener);
  }
}
