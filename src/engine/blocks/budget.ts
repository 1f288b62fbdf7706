/** Room for a fixed number of blocks in memory, given out first come, first served: no transfer starves another. */
export class Budget {
  #free: number;
  readonly #waiting: ((giveBack: () => void) => void)[] = [];

  constructor(blocks: number) {
    this.#free = blocks;
  }

  /** Waits for room for one block. The result gives it back, once. */
  take(): Promise<() => void> {
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
      this.#next();
    });
  }

  #next(): void {
    while (this.#free > 0) {
      const resolve = this.#waiting.shift();
      if (!resolve) return;
      this.#free -= 1;
      let isOut = true;
      resolve(() => {
        if (!isOut) return;
        isOut = false;
        this.#free += 1;
        this.#next();
      });
    }
  }
}
