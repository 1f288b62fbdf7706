/**
 * Counts the bytes of files that pass a phone's bulk channels, from outside the app. The page's statistics would not do:
 * a browser drops those of a connection when it closes, and interruptions are what is measured. Chromium only.
 */
import type { Worker } from 'playwright-core';
import { DIGEST_BYTES, FRAME_HEADER_BYTES, kindNumber } from '../../src/protocol/frame.ts';
import { CHANNEL_IDS, WINDOW_BYTES } from '../../src/protocol/limits.ts';
import { hearChannels } from './channels.ts';
import type { Phone } from './phone.ts';

/**
 * Most payload that an interruption may cost: a window under way, what the ledger of a killed page had not written, and as
 * much again as one write takes.
 */
export const AGAIN_BYTES = 3 * WINDOW_BYTES;

export type Payload = { readonly sent: number; readonly received: number };

/**
 * A bundle (`files`) holds a digest for each file that is not empty, and says in the last bytes of its header how many
 * files it has: too little is counted where a folder has empty files.
 */
const COUNT = `(() => {
  const counted = (globalThis.payload = { sent: 0, received: 0 });
  return (channel, data, way) => {
    if (channel.id !== ${CHANNEL_IDS.bulk} || typeof data === 'string') return;
    const view = data instanceof ArrayBuffer ? new DataView(data) : new DataView(data.buffer, data.byteOffset, data.length);
    const kind = view.getUint8(0);
    const payload = data.byteLength - ${FRAME_HEADER_BYTES};
    if (kind === ${kindNumber('chunk')}) counted[way] += payload;
    if (kind === ${kindNumber('files')}) counted[way] += payload - ${DIGEST_BYTES} * view.getUint32(${FRAME_HEADER_BYTES - 4});
  };
})()`;

export class PayloadCounter {
  readonly #worker: Worker;
  #before: Payload = { sent: 0, received: 0 };

  private constructor(worker: Worker) {
    this.#worker = worker;
  }

  /** Call before any connection is made. The page must not be reloaded while it counts. */
  static async start(phone: Phone): Promise<PayloadCounter> {
    return new PayloadCounter(await hearChannels(phone, COUNT));
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
