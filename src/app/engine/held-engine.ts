/**
 * The engine of this page: started when it is first needed, held by one page of this device at a time, let go when another
 * takes it over.
 */
import type { EngineMessage } from '../../engine/api/api.ts';
import { type SolePage, takeEngine } from '../device/sole-page.ts';
import { EngineClient } from './engine-client.ts';

type HeldEngineListener = {
  readonly message: (message: EngineMessage) => void;
  /** It is being started: what it has to know is told to it, and reaches it when it listens. */
  starting(engine: EngineClient): void;
  /** It listens, and has told what earlier visits left. */
  ready(): void;
  /** Another page of this device takes it over. `stop` is to be called. */
  taken(): void;
};

export class HeldEngine {
  readonly #listener: HeldEngineListener;
  #engine: EngineClient | undefined;
  #hold: SolePage | undefined;

  constructor(listener: HeldEngineListener) {
    this.#listener = listener;
  }

  /** The engine, which is started for this if it is not there. */
  get(): EngineClient {
    if (this.#engine !== undefined) return this.#engine;
    this.#hold = takeEngine(() => this.#listener.taken());
    const started = new EngineClient(this.#listener.message, this.#hold.mine);
    void started.ready.then(() => {
      if (this.#engine === started) this.#listener.ready();
    });
    this.#engine = started;
    this.#listener.starting(started);
    return started;
  }

  /** The engine, if it was started. */
  peek(): EngineClient | undefined {
    return this.#engine;
  }

  /** This page has it no longer. What it was doing is kept, and goes on with the next one, here or on another page. */
  stop(): void {
    this.#engine?.stop();
    this.#engine = undefined;
    this.#hold?.release();
  }

  /** Stops it for good: one that has stopped is never started again, as one that is absent would be. */
  end(): void {
    this.get().stop();
    this.#hold?.release();
  }
}
