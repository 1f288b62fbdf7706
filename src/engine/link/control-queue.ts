/**
 * What is said on the control channel. A manifest of a hundred thousand files is many messages: they leave a few at a
 * time, so that the channel's queue stays short, and what somebody else has to say does not wait for all of them.
 * What belongs to one transfer keeps its order.
 */
import type { ControlMessage, TransferId } from '../../protocol/peer.ts';
import { type Channel, CONTROL_HIGH_WATER_BYTES } from '../api/channel.ts';

/** What is still to be said of one transfer: a long row, and what came to be said after it. */
type Row = { readonly messages: Iterator<ControlMessage>; readonly after: ControlMessage[] };

export class ControlQueue {
  readonly #channel: Channel;
  readonly #rows = new Map<TransferId, Row>();

  constructor(channel: Channel) {
    this.#channel = channel;
  }

  /** Says one thing: now, or after the long row of the same transfer that is still being said. */
  tell(message: ControlMessage): void {
    const transfer = 'transfer' in message ? message.transfer : undefined;
    const row = transfer && this.#rows.get(transfer);
    if (row && !overrides(message)) {
      row.after.push(message);
      return;
    }
    if (transfer) this.#rows.delete(transfer); // what was still to be said of it interests nobody any more
    this.#send(message);
  }

  /** Says all `messages`, which belong to `transfer`, as the channel takes them. They take the place of an earlier row. */
  tellAll(transfer: TransferId, messages: Iterable<ControlMessage>): void {
    this.#rows.set(transfer, { messages: messages[Symbol.iterator](), after: [] });
    this.drained();
  }

  /** To be called when the channel takes more. Each transfer gets its turn. */
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

  /** The other side has ended `transfer`: what was still to be said of it would be idle talk there. */
  hush(transfer: TransferId): void {
    this.#rows.delete(transfer);
  }

  /** Forgets what is still to be said: nobody hears it. */
  clear(): void {
    this.#rows.clear();
  }

  #send(message: ControlMessage): void {
    this.#channel.send(JSON.stringify(message));
  }
}

/** With these the transfer ends or begins anew. */
const overrides = ({ type }: ControlMessage): boolean =>
  ['offer', 'cancel', 'fail', 'decline', 'unknown'].includes(type);
