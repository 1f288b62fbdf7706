/** The bulk channels of one link: usually one, and more where a long round trip would leave a single one waiting. */
import { type Channel, type ChannelListener, HIGH_WATER_BYTES } from '../api/channel.ts';

/**
 * Most bytes in the queue of each lane when there are several. The receiver must wait for the slowest lane, so the
 * queues are short, but still several round trips long for one association.
 */
const LANE_HIGH_WATER_BYTES = 512 * 1024;

export class Lanes {
  readonly #listener: Omit<ChannelListener, 'drained'>;
  readonly #all: Channel[] = [];
  readonly #open: Channel[] = [];
  #waiting: (() => void)[] = [];
  #isOver = false;

  /** The first lane's `opened`, and every open lane's `closed`, count for the link. */
  constructor(listener: Omit<ChannelListener, 'drained'>) {
    this.#listener = listener;
  }

  add(channel: Channel): void {
    const isFirst = this.#all.length === 0;
    this.#all.push(channel);
    if (this.#isOver) channel.close();
    channel.listen({
      ...this.#listener,
      opened: () => {
        if (this.#isOver) return;
        this.#open.push(channel);
        if (isFirst) this.#listener.opened();
        this.#wake();
      },
      closed: () => {
        // A lane that never opened has carried nothing: the link does without it.
        if (isFirst || this.#open.includes(channel)) this.#listener.closed();
      },
      drained: () => this.#wake(),
    });
  }

  /** The lane with the shortest queue, if it is short enough for one more frame. */
  get emptiest(): Channel | undefined {
    let emptiest: Channel | undefined;
    let least = 1 + (this.#open.length > 1 ? LANE_HIGH_WATER_BYTES : HIGH_WATER_BYTES);
    for (const lane of this.#open) {
      const { bufferedAmount } = lane;
      if (bufferedAmount >= least) continue;
      emptiest = lane;
      least = bufferedAmount;
    }
    return emptiest;
  }

  /** Bytes that wait to leave this device. */
  get queuedBytes(): number {
    return this.#open.reduce((sum, { bufferedAmount }) => sum + bufferedAmount, 0);
  }

  /** Resolves when there may be room again, or the link has ended. */
  room(): Promise<void> {
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  close(): void {
    this.#isOver = true;
    for (const channel of this.#all) channel.close();
    this.#wake();
  }

  #wake(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resume of waiting) resume();
  }
}
