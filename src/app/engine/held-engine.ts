/**
 * The engine of this page: started when it is first needed, held by one page of this device at a time, and released
 * when another page takes it over.
 */
import type { EngineMessage } from '../../engine/api/api.ts';
import { type SolePage, takeEngine } from '../device/sole-page.ts';
import { EngineClient } from './engine-client.ts';

type HeldEngineListener = {
  readonly message: (message: EngineMessage) => void;
  /** The engine is being started: tell it what it must know, which reaches it when it listens. */
  starting(engine: EngineClient): void;
  /** It listens, and has reported what earlier visits left. */
  ready(): void;
  /** Another page of this device takes it over. Call `stop`. */
  taken(): void;
};

export class HeldEngine {
  readonly #listener: HeldEngineListener;
  #engine: EngineClient | undefined;
  #hold: SolePage | undefined;

  constructor(listener: HeldEngineListener) {
    this.#listener = listener;
  }

  /** The engine, started if necessary. */
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

  /** This page no longer has it. Its work is stored, and continues with the next engine, here or on another page. */
  stop(): void {
    this.#engine?.stop();
    this.#engine = undefined;
    this.#hold?.release();
  }

  /** Stops it for good: unlike an absent engine, it is never started again. */
  end(): void {
    this.get().stop();
    this.#hold?.release();
  }
}
