/**
 * When things happen in one transfer, in milliseconds since Accept was pressed: seen at the channels, which are wrapped in
 * the workers that hold them, and on the receiver's screen. Chromium only.
 */
import type { Worker } from 'playwright-core';
import { hearChannels } from '../../drive/channels.ts';
import type { Phone } from '../../drive/phone.ts';
import { accept } from './saved.ts';

/** Milliseconds since 1970 of the first and the last binary message, and how many messages there were of each kind. */
type Seen = { readonly first: number; readonly last: number; readonly frames: number; readonly words: number };

const NOTE = `(() => {
  const fresh = () => ({ first: 0, last: 0, frames: 0, words: 0 });
  globalThis.forgetMoments = () => (globalThis.moments = { sent: fresh(), received: fresh() });
  globalThis.forgetMoments();
  return (channel, data, way) => {
    const seen = globalThis.moments[way];
    if (typeof data === 'string') {
      seen.words += 1;
      return;
    }
    seen.last = performance.timeOrigin + performance.now();
    seen.first ||= seen.last;
    seen.frames += 1;
  };
})()`;

export type Moments = {
  readonly firstSent: number;
  readonly firstArrived: number;
  readonly lastSent: number;
  readonly lastArrived: number;
  readonly saved: number;
  /** Binary messages from the sender, and words from the receiver. */
  readonly frames: number;
  readonly words: number;
};

export class MomentWatch {
  readonly #to: Phone;
  readonly #workers: readonly [from: Worker, to: Worker];

  private constructor(to: Phone, workers: readonly [Worker, Worker]) {
    this.#to = to;
    this.#workers = workers;
  }

  /** Call before the two are connected. */
  static async start(from: Phone, to: Phone): Promise<MomentWatch> {
    return new MomentWatch(to, [await hearChannels(from, NOTE), await hearChannels(to, NOTE)]);
  }

  /** Accepts what is offered, shown under `name`. */
  async during(name: string): Promise<Moments> {
    const [from, to] = this.#workers;
    for (const worker of this.#workers) await worker.evaluate('forgetMoments()');
    const { accepted, saved } = await accept(this.#to, name);
    const sent = (await from.evaluate('moments.sent')) as Seen;
    const arrived = (await to.evaluate('moments.received')) as Seen;
    const told = (await to.evaluate('moments.sent')) as Seen;
    return {
      firstSent: sent.first - accepted,
      firstArrived: arrived.first - accepted,
      lastSent: sent.last - accepted,
      lastArrived: arrived.last - accepted,
      saved: saved - accepted,
      frames: sent.frames,
      words: told.words,
    };
  }
}
