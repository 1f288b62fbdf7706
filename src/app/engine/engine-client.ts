/** Starts the engine's worker and talks to it. */
import type { ChannelEnd, EngineMessage, LinkId, PageMessage } from '../../engine/api/api.ts';
import { CONTROL_LOW_WATER_BYTES, LOW_WATER_BYTES } from '../../engine/api/channel.ts';
import { CLOSING_MS, hasEnded } from '../../store/ending.ts';
import { note } from '../log/log.ts';
import { bridge } from './bridge.ts';

type LinkMessage = Extract<PageMessage, { readonly type: 'link' }>;
type LaneMessage = Extract<PageMessage, { readonly type: 'lane' }>;

/** Pause between two tries to load the worker, in milliseconds: the router may be away. */
const RETRY_MS = 2_000;

export class EngineClient {
  readonly #listener: (message: EngineMessage) => void;
  #worker: Worker | undefined;
  #isStopped = false;
  /** Messages posted before the worker listens: a module that is still loading hears nothing. */
  #early: PageMessage[] | undefined = [];
  #isReady: () => void = () => {};
  /** Resolves when the engine listens. No data channel may be handed over before: its first messages could be lost. */
  readonly ready = new Promise<void>((resolve) => {
    this.#isReady = resolve;
  });

  /** The worker starts when `mayStart` resolves. */
  constructor(listener: (message: EngineMessage) => void, mayStart: Promise<void>) {
    this.#listener = listener;
    void mayStart.then(() => this.#start());
  }

  /** Ends the engine. Its work is stored, and continues with the next engine. */
  stop(): void {
    this.#isStopped = true;
    const worker = this.#worker;
    if (hasEnded()) setTimeout(() => worker?.terminate(), CLOSING_MS);
    else worker?.terminate();
  }

  #start(): void {
    if (this.#isStopped) return;
    const worker = new Worker(new URL('../../engine/main.ts', import.meta.url), { type: 'module', name: 'engine' });
    this.#worker = worker;
    // A script that cannot be loaded reports a plain event, which has no message.
    worker.onerror = ({ message }: Partial<ErrorEvent>) => {
      note('fault', 'engine', 'Error', message ?? 'its script did not load');
      if (this.#early === undefined) return; // an exception in a running engine, which goes on
      worker.terminate();
      setTimeout(() => this.#start(), RETRY_MS);
    };
    worker.onmessage = ({ data }: MessageEvent<EngineMessage>) => {
      if (data.type === 'fault') {
        note('fault', 'engine', data.name, data.message);
        return;
      }
      if (data.type !== 'ready') {
        this.#listener(data);
        return;
      }
      note('storage', data.storage);
      for (const message of this.#early ?? []) worker.postMessage(message);
      this.#early = undefined;
      this.#isReady();
    };
  }

  post(message: Exclude<PageMessage, LinkMessage | LaneMessage>): void {
    if (this.#early) this.#early.push(message);
    else this.#worker?.postMessage(message);
  }

  /** Hands the channels of a new link over, or bridges to them where the browser cannot transfer them. */
  link(message: Omit<LinkMessage, 'type' | 'control' | 'bulk'>, control: RTCDataChannel, bulk: RTCDataChannel): void {
    this.#hand({ control, bulk }, (ends) => ({ type: 'link', ...message, ...ends }));
  }

  /** The same for the channel of one more lane. */
  lane(link: LinkId, bulk: RTCDataChannel): void {
    this.#hand({ bulk }, (ends) => ({ type: 'lane', link, ...ends }));
  }

  #hand<Name extends string>(
    channels: Readonly<Record<Name, RTCDataChannel>>,
    message: (ends: Readonly<Record<Name, ChannelEnd>>) => LinkMessage | LaneMessage,
  ): void {
    const send = (ends: Readonly<Record<Name, ChannelEnd>>) =>
      this.#worker?.postMessage(message(ends), Object.values<ChannelEnd>(ends));
    try {
      send(channels);
    } catch (error) {
      // A browser that does not know the channel as transferable throws before it touches anything.
      if (!(error instanceof TypeError) && !(error instanceof DOMException)) throw error;
      const names = Object.keys(channels) as Name[];
      const bridged = (name: Name) =>
        bridge(channels[name], name === 'control' ? CONTROL_LOW_WATER_BYTES : LOW_WATER_BYTES);
      send(Object.fromEntries(names.map((name) => [name, bridged(name)])) as Record<Name, ChannelEnd>);
    }
  }
}
