/**
 * Counts the bytes of files that pass a phone's bulk channels, from outside the app: it wraps the browser's own
 * `RTCDataChannel` in the worker that holds the channels. The page's statistics would not do: a browser drops those of
 * a connection when it closes, and interruptions are what is measured. Chromium only.
 */
import type { Worker } from 'playwright-core';
import { DIGEST_BYTES, FRAME_HEADER_BYTES } from '../../src/protocol/frame.ts';
import { CHANNEL_IDS, WINDOW_BYTES } from '../../src/protocol/limits.ts';
import type { Phone } from './phone.ts';

/** Most payload that an interruption may cost: twice what is under way at once. */
export const AGAIN_BYTES = 2 * WINDOW_BYTES;

export type Payload = { readonly sent: number; readonly received: number };

/** Kinds of the frames that carry bytes of files (`protocol/frame.ts`); a bundle says how many, and holds their digests. */
const CHUNK = 1;
const FILES = 4;

const WRAP = `(() => {
  const counted = (globalThis.payload = { sent: 0, received: 0 });
  const count = (channel, data, way) => {
    if (channel.id !== ${CHANNEL_IDS.bulk} || typeof data === 'string') return;
    const view = data instanceof ArrayBuffer ? new DataView(data) : new DataView(data.buffer, data.byteOffset, data.length);
    const kind = view.getUint8(0);
    if (kind === ${CHUNK}) counted[way] += data.byteLength - ${FRAME_HEADER_BYTES};
    if (kind === ${FILES}) counted[way] += data.byteLength - ${FRAME_HEADER_BYTES} - ${DIGEST_BYTES} * view.getUint32(16);
  };
  const { prototype } = RTCDataChannel;
  const { send } = prototype;
  prototype.send = function (data) {
    count(this, data, 'sent');
    return send.call(this, data);
  };
  const { set, get } = Object.getOwnPropertyDescriptor(prototype, 'onmessage');
  Object.defineProperty(prototype, 'onmessage', {
    get,
    set(listener) {
      set.call(this, (event) => {
        count(this, event.data, 'received');
        listener.call(this, event);
      });
    },
  });
})()`;

export class PayloadCounter {
  readonly #worker: Worker;
  #before: Payload = { sent: 0, received: 0 };

  private constructor(worker: Worker) {
    this.#worker = worker;
  }

  /** Call before any connection is made. The page must not be reloaded while it counts. */
  static async start(phone: Phone): Promise<PayloadCounter> {
    const { page } = phone.chromium;
    const worker = page.workers()[0] ?? (await page.waitForEvent('worker'));
    await worker.evaluate(WRAP);
    return new PayloadCounter(worker);
  }

  /** Starts counting at zero. */
  async reset(): Promise<void> {
    this.#before = await this.#total();
  }

  /** Bytes since `reset`. */
  async read(): Promise<Payload> {
    const { sent, received } = await this.#total();
    return { sent: sent - this.#before.sent, received: received - this.#before.received };
  }

  async #total(): Promise<Payload> {
    return (await this.#worker.evaluate('globalThis.payload')) as Payload;
  }
}
