/** Bytes of negentropy, written and read: numbers in base 128 with the greatest digit first, and runs of bytes. */

/** Seven digits hold any time in seconds, and any count. */
const MAX_DIGITS = 7;

export class Writer {
  #bytes = new Uint8Array(1_024);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  get written(): Uint8Array {
    return this.#bytes.subarray(0, this.#length);
  }

  put(bytes: Uint8Array): void {
    const needed = this.#length + bytes.length;
    if (needed > this.#bytes.length) {
      const longer = new Uint8Array(Math.max(needed, 2 * this.#bytes.length));
      longer.set(this.written);
      this.#bytes = longer;
    }
    this.#bytes.set(bytes, this.#length);
    this.#length = needed;
  }

  number(value: number): void {
    const digits = [value % 128];
    for (let rest = Math.floor(value / 128); rest > 0; rest = Math.floor(rest / 128))
      digits.unshift((rest % 128) | 128);
    this.put(Uint8Array.from(digits));
  }
}

/** Throws `RangeError` where the bytes end too soon, or a number is none. */
export class Reader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#bytes.length;
  }

  take(count: number): Uint8Array {
    const end = this.#at + count;
    if (end > this.#bytes.length) throw new RangeError('the message ends too soon');
    const taken = this.#bytes.subarray(this.#at, end);
    this.#at = end;
    return taken;
  }

  number(): number {
    let value = 0;
    for (let digits = 0; digits < MAX_DIGITS; digits++) {
      const [byte = 0] = this.take(1);
      value = value * 128 + (byte & 127);
      if (byte < 128) return value;
    }
    throw new RangeError('a number is too long');
  }
}
