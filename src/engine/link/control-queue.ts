/**
 * The messages that wait for the control channel. A manifest of a hundred thousand files is many messages: they leave a
 * few at a time, so that the channel's queue stays short and other transfers need not wait for all of them. Messages of
 * one transfer keep their order.
 */
import type { ControlMessage, TransferId } from '../../protocol/peer.ts';
import { type Channel, CONTROL_HIGH_WATER_BYTES } from '../api/channel.ts';

/** Messages of one transfer that still wait: a long row, and those that came after it. */
type Row = { readonly messages: Iterator<ControlMessage>; readonly after: ControlMessage[] };

export class ControlQueue {
  readonly #channel: Channel;
  readonly #rows = new Map<TransferId, Row>();

  constructor(channel: Channel) {
    this.#channel = channel;
  }

  /** Sends one message: now, or after the long row of the same transfer that is still leaving. */
  tell(message: ControlMessage): void {
    const transfer = 'transfer' in message ? message.transfer : undefined;
    const row = transfer && this.#rows.get(transfer);
    if (row && !overrides(message)) {
      row.after.push(message);
      return;
    }
    if (transfer) this.#rows.delete(transfer); // the messages that still wait are pointless now
    this.#send(message);
  }

  /** Sends all `messages` of `transfer` as the channel accepts them. They replace an earlier row. */
  tellAll(transfer: TransferId, messages: Iterable<ControlMessage>): void {
    this.#rows.set(transfer, { messages: messages[Symbol.iterator](), after: [] });
    this.drained();
  }

  /** Call it when the channel accepts more. Each transfer gets its turn. */
  drained(): void {
    while (this.#rows.size > 0) {
      for (const [transfer, { messages, after }] of this.#rows) {
        if (this.#channel.bufferedAmount > CONTROL_HIGH_WATER_BYTES) return;
        const next = messages.next();
        if (!next.done) {
          this.#send(next.value);
          continue;
        }
        this.#rows.delete(transfer);
        for (const message of after) this.#send(message);
      }
    }
  }

  /** The other side has ended `transfer`: the messages that still wait would be idle talk there. */
  hush(transfer: TransferId): void {
    this.#rows.delete(transfer);
  }

  /** Drops all waiting messages: nobody hears them. */
  clear(): void {
    this.#rows.clear();
  }

  #send(message: ControlMessage): void {
    this.#channel.send(JSON.stringify(message));
  }
}

/** The transfer ends or begins anew with these. */
const overrides = ({ type }: ControlMessage): boolean =>
  ['offer', 'cancel', 'fail', 'decline', 'unknown'].includes(type);
