/** Room for a fixed number of bytes in memory, given out first come, first served: no transfer starves another. */
export class Budget {
  #free: number;
  readonly #waiting: { readonly bytes: number; readonly resolve: (giveBack: () => void) => void }[] = [];

  constructor(bytes: number) {
    this.#free = bytes;
  }

  /** Waits for room for `bytes`, which must not be more than there are in all. The result gives it back, once. */
  take(bytes: number): Promise<() => void> {
    return new Promise((resolve) => {
      this.#waiting.push({ bytes, resolve });
      this.#next();
    });
  }

  #next(): void {
    for (let [first] = this.#waiting; first && first.bytes <= this.#free; [first] = this.#waiting) {
      const { bytes, resolve } = first;
      this.#waiting.shift();
      this.#free -= bytes;
      let isOut = true;
      resolve(() => {
        if (!isOut) return;
        isOut = false;
        this.#free += bytes;
        this.#next();
      });
    }
  }
}
