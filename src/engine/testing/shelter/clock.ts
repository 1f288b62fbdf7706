/** Time that passes only when told to: minutes in a shelter take no time in a test. */
export type Side = 'a' | 'b';

type Task = { readonly side: Side; readonly at: number; readonly run: () => void };

export class Clock {
  /** In milliseconds. */
  now = 0;
  readonly #tasks = new Set<Task>();

  /** Runs `run` after `ms` milliseconds on the page of `side`; call the result to cancel it. */
  schedule(side: Side, run: () => void, ms: number): () => void {
    const task = { side, at: this.now + ms, run };
    this.#tasks.add(task);
    return () => this.#tasks.delete(task);
  }

  /** The page of `side` is gone, and its timers with it. */
  drop(side: Side): void {
    for (const task of this.#tasks) if (task.side === side) this.#tasks.delete(task);
  }

  /** Lets time pass up to the next task of a page that `runs`, and runs it. False if there is none up to `until`. */
  next(until: number, runs: (side: Side) => boolean): boolean {
    let next: Task | undefined;
    for (const task of this.#tasks) if (runs(task.side) && (!next || task.at < next.at)) next = task;
    if (!next || next.at > until) return false;
    this.#tasks.delete(next);
    this.now = Math.max(this.now, next.at); // tasks of a frozen page are late
    next.run();
    return true;
  }
}
