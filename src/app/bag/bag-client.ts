/** Starts the bag's worker and talks to it. One page of a device has it at a time: that which has the engine. */
import type { FromBag, ToBag } from '../../bag/api/api.ts';
import { CLOSING_MS, hasEnded } from '../../store/ending.ts';
import { note } from '../log/log.ts';

/** Pause between two tries to load the worker, in milliseconds: the router may be away. */
const RETRY_MS = 2_000;

export class BagClient {
  readonly #listener: (message: FromBag) => void;
  #worker: Worker | undefined;
  #isStopped = false;
  /** What is said before the worker listens. */
  #early: ToBag[] | undefined = [];

  constructor(listener: (message: FromBag) => void) {
    this.#listener = listener;
    this.#start();
  }

  /** Ends the bag. What it has said to have is stored. */
  stop(): void {
    this.#isStopped = true;
    const worker = this.#worker;
    if (hasEnded()) setTimeout(() => worker?.terminate(), CLOSING_MS);
    else worker?.terminate();
  }

  post(message: ToBag): void {
    if (this.#early) this.#early.push(message);
    else this.#worker?.postMessage(message);
  }

  #start(): void {
    if (this.#isStopped) return;
    const worker = new Worker(new URL('../../bag/main.ts', import.meta.url), { type: 'module', name: 'bag' });
    this.#worker = worker;
    // A script that cannot be loaded reports a plain event, which has no message.
    worker.onerror = ({ message }: Partial<ErrorEvent>) => {
      note('fault', 'bag', 'Error', message ?? 'its script did not load');
      if (this.#early === undefined) return; // an exception in a running bag, which goes on
      worker.terminate();
      setTimeout(() => this.#start(), RETRY_MS);
    };
    worker.onmessage = ({ data }: MessageEvent<FromBag>) => {
      if (data.type === 'fault') note('fault', 'bag', data.name, data.message);
      else if (data.type === 'ready') this.#isReady(worker);
      else this.#listener(data);
    };
  }

  #isReady(worker: Worker): void {
    for (const message of this.#early ?? []) worker.postMessage(message);
    this.#early = undefined;
  }
}
