/**
 * Puts the clock of a page's workers forward, as if the page had been open for days. Chromium only: what Playwright does to clocks
 * ends at the page. Call it before the page is opened.
 */
import type { Page, Worker } from 'playwright-core';

const HERE = 'test-clock';

/** In the page: workers hear nothing, and so do nothing, before they have this clock. */
const HOLD = `Worker = class extends Worker {
  #held = [];
  constructor(...how) {
    super(...how);
    this.addEventListener('message', (event) => {
      if (event.data !== '${HERE}') return;
      event.stopImmediatePropagation();
      const held = this.#held;
      this.#held = undefined;
      for (const message of held) super.postMessage(...message);
    });
  }
  postMessage(...message) {
    if (this.#held) this.#held.push(message);
    else super.postMessage(...message);
  }
};`;

/** In a worker. A timer that is due after a step runs at once. */
const CLOCK = `{
  const [own, stop, elapsed] = [setTimeout, clearTimeout, performance.now.bind(performance)];
  const waiting = new Map();
  let ahead = 0;
  performance.now = () => elapsed() + ahead;
  globalThis.clearTimeout = (id) => (waiting.delete(id), stop(id));
  globalThis.setTimeout = (task, ms = 0) => {
    const run = () => waiting.delete(id) && task();
    const id = own(run, ms);
    waiting.set(id, { due: performance.now() + ms, run });
    return id;
  };
  globalThis.forward = (ms) => {
    ahead += ms;
    for (const { due, run } of [...waiting.values()]) if (due <= performance.now()) run();
  };
  postMessage('${HERE}');
}`;

export class WorkerClock {
  readonly #page: Page;
  readonly #ready = new Map<Worker, Promise<unknown>>();

  private constructor(page: Page) {
    this.#page = page;
  }

  static async of(page: Page): Promise<WorkerClock> {
    const clock = new WorkerClock(page);
    await page.addInitScript(HOLD);
    clock.#begin();
    return clock;
  }

  #begin(): void {
    this.#page.on('worker', (worker) => {
      const ready = worker.evaluate(CLOCK);
      ready.catch(() => {}); // it has ended at once; whoever puts it forward hears of it
      this.#ready.set(worker, ready);
    });
  }

  /** Puts the clocks of all workers that run forward. */
  async forward(ms: number): Promise<void> {
    for (const worker of this.#page.workers()) {
      await this.#ready.get(worker);
      await worker.evaluate(`forward(${ms})`);
    }
  }
}
