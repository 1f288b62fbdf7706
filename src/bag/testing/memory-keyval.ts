/** A store in memory for tests, whose page can be killed between any two writes, and whose browser can refuse. */
import type { Change, Kept, Keyval } from '../../store/keyval.ts';

export class MemoryKeyval implements Keyval {
  readonly kept = new Map<IDBValidKey, unknown>();
  /** So many more transactions are committed; the page is killed before the next one. */
  writesLeft = Number.POSITIVE_INFINITY;
  refuses: 'full' | 'refused' | undefined;
  /** The disk is full: what makes room is done, and nothing else. */
  takesNoMore = false;
  writes = 0;

  async change({ put = [], delete: gone = [] }: Change): Promise<Kept<void>> {
    await Promise.resolve();
    if (this.refuses) return { ok: false, failure: this.refuses, cause: undefined };
    if (this.takesNoMore && put.length > 0) return { ok: false, failure: 'full', cause: undefined };
    if (this.writesLeft <= 0) return new Promise(() => {});
    this.writesLeft -= 1;
    this.writes += 1;
    for (const key of gone) {
      if (typeof key !== 'string') throw new Error('a key that is no text');
      this.kept.delete(key);
    }
    for (const [key, value] of put) this.kept.set(key, structuredClone(value));
    return { ok: true, value: undefined };
  }

  async entries(): Promise<Kept<readonly (readonly [key: IDBValidKey, value: unknown])[]>> {
    return this.#answer([...this.kept]);
  }

  async keys(): Promise<Kept<readonly IDBValidKey[]>> {
    return this.#answer([...this.kept.keys()].sort());
  }

  async get(key: IDBValidKey): Promise<Kept<unknown>> {
    return this.#answer(this.kept.get(key));
  }

  async getMany(keys: readonly IDBValidKey[]): Promise<Kept<readonly unknown[]>> {
    return this.#answer(keys.map((key) => this.kept.get(key)));
  }

  set(key: IDBValidKey, value: unknown): Promise<Kept<void>> {
    return this.change({ put: [[key, value]] });
  }

  update(key: IDBValidKey, next: (old: unknown) => unknown): Promise<Kept<void>> {
    return this.change({ put: [[key, next(this.kept.get(key))]] });
  }

  delete(key: IDBValidKey): Promise<Kept<void>> {
    return this.change({ delete: [key] });
  }

  /** What the next visit finds. */
  after(): MemoryKeyval {
    const next = new MemoryKeyval();
    for (const [key, value] of this.kept) next.kept.set(key, value);
    return next;
  }

  async #answer<T>(value: T): Promise<Kept<T>> {
    if (this.refuses) return { ok: false, failure: this.refuses, cause: undefined };
    return { ok: true, value };
  }
}

/** So long a test does not wait for anything, in milliseconds: it is done at once. */
const AT_ONCE_MS = 50;

/** Timers that ring when the test says so, but for the shortest. */
export class Timers {
  readonly #set = new Set<{ readonly task: () => void; readonly ms: number }>();

  readonly schedule = (task: () => void, ms: number): (() => void) => {
    if (ms <= AT_ONCE_MS) {
      setImmediate(task);
      return () => {};
    }
    const timer = { task, ms };
    this.#set.add(timer);
    return () => this.#set.delete(timer);
  };

  /** All that were set for at most so long. */
  ring(ms = Number.POSITIVE_INFINITY): void {
    for (const timer of [...this.#set]) if (timer.ms <= ms && this.#set.delete(timer)) timer.task();
  }
}
