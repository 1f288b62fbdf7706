/**
 * When things happen in one transfer, in milliseconds since Accept was pressed: seen at the channels, which are wrapped in
 * the workers that hold them, and on the receiver's screen. Chromium only.
 */
import type { Worker } from 'playwright-core';
import type { Phone } from '../../drive/phone.ts';

/** Milliseconds since 1970 of the first and the last binary message, and how many messages there were of each kind. */
type Seen = { readonly first: number; readonly last: number; readonly frames: number; readonly words: number };

const WRAP = `(() => {
  const fresh = () => ({ first: 0, last: 0, frames: 0, words: 0 });
  globalThis.moments = { sent: fresh(), received: fresh() };
  const note = (way, data) => {
    const seen = globalThis.moments[way];
    if (typeof data === 'string') {
      seen.words += 1;
      return;
    }
    seen.last = performance.timeOrigin + performance.now();
    seen.first ||= seen.last;
    seen.frames += 1;
  };
  globalThis.forgetMoments = () => (globalThis.moments = { sent: fresh(), received: fresh() });
  const { prototype } = RTCDataChannel;
  const { send } = prototype;
  prototype.send = function (data) {
    note('sent', data);
    return send.call(this, data);
  };
  const { set, get } = Object.getOwnPropertyDescriptor(prototype, 'onmessage');
  Object.defineProperty(prototype, 'onmessage', {
    get,
    set(listener) {
      set.call(this, (event) => {
        note('received', event.data);
        listener.call(this, event);
      });
    },
  });
})()`;

/** On the receiver's page: resolves with the times of the next click and of `Saved`, in milliseconds since 1970. */
const CLICK_AND_SAVED = `(async () => {
  const now = () => performance.timeOrigin + performance.now();
  const clicked = new Promise((resolve) =>
    document.addEventListener('click', () => resolve(now()), { capture: true, once: true }));
  await new Promise((resolve) => {
    const look = () => document.querySelector('[data-phase=saved], [data-phase=failed]') && resolve();
    new MutationObserver(look).observe(document.body, { subtree: true, childList: true, attributeFilter: ['data-phase'] });
  });
  return [await clicked, now()];
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
    const worker = async ({ chromium: { page } }: Phone): Promise<Worker> => {
      const found = page.workers()[0] ?? (await page.waitForEvent('worker'));
      await found.evaluate(WRAP);
      return found;
    };
    return new MomentWatch(to, [await worker(from), await worker(to)]);
  }

  /** The next transfer; `accept` presses the button. */
  async during(accept: () => Promise<void>): Promise<Moments> {
    const [from, to] = this.#workers;
    for (const worker of this.#workers) await worker.evaluate('forgetMoments()');
    const shown = this.#to.evaluate(CLICK_AND_SAVED) as Promise<[number, number]>;
    await accept();
    const [clicked, saved] = await shown;
    const sent = (await from.evaluate('moments.sent')) as Seen;
    const arrived = (await to.evaluate('moments.received')) as Seen;
    const told = (await to.evaluate('moments.sent')) as Seen;
    return {
      firstSent: sent.first - clicked,
      firstArrived: arrived.first - clicked,
      lastSent: sent.last - clicked,
      lastArrived: arrived.last - clicked,
      saved: saved - clicked,
      frames: sent.frames,
      words: told.words,
    };
  }
}
