/** Starts the engine's worker and talks to it. The only file that makes a Worker. */
import type { ChannelEnd, EngineMessage, PageMessage } from '../worker/api.ts';
import { bridge } from './bridge.ts';

type LinkMessage = Extract<PageMessage, { readonly type: 'link' }>;

export class EngineClient {
  readonly #worker: Worker;
  /** Resolves when the engine listens. Before that no data channel may be handed over: its first messages could be lost. */
  readonly ready: Promise<void>;
  /** What was posted before the worker listens: a module that is still loading hears nothing. */
  #early: PageMessage[] | undefined = [];

  constructor(listener: (message: EngineMessage) => void) {
    this.#worker = new Worker(new URL('../worker/main.ts', import.meta.url), { type: 'module', name: 'engine' });
    this.ready = new Promise((resolve, reject) => {
      this.#worker.onerror = (event) => reject(new Error(event.message || 'the engine could not be loaded'));
      this.#worker.onmessage = ({ data }: MessageEvent<EngineMessage>) => {
        if (data.type !== 'ready') listener(data);
        else {
          for (const message of this.#early ?? []) this.#worker.postMessage(message);
          this.#early = undefined;
          resolve();
        }
      };
    });
  }

  post(message: Exclude<PageMessage, LinkMessage>): void {
    if (this.#early) this.#early.push(message);
    else this.#worker.postMessage(message);
  }

  /** Hands the channels of a new link over, or bridges to them where the browser cannot transfer them. */
  link(message: Omit<LinkMessage, 'type' | 'control' | 'bulk'>, control: RTCDataChannel, bulk: RTCDataChannel): void {
    const send = (ends: { readonly control: ChannelEnd; readonly bulk: ChannelEnd }) => {
      const whole: LinkMessage = { type: 'link', ...message, ...ends };
      this.#worker.postMessage(whole, [ends.control, ends.bulk]);
    };
    try {
      send({ control, bulk });
    } catch (error) {
      // A browser that does not know the channel as transferable throws before it touches anything.
      if (!(error instanceof TypeError) && !(error instanceof DOMException)) throw error;
      send({ control: bridge(control), bulk: bridge(bulk) });
    }
  }
}
