/** From whom the next bytes of a file are asked: those who have it, and those to whom they send on. Pure. */
import type { RouterId } from '../../mesh/bus.ts';

/** So often one router may send on to another before the last one of them is asked in earnest. */
const MAX_SENT_ON = 16;

export type Source = {
  readonly router: RouterId;
  /** Who sent on to whom, in vain. */
  readonly despite?: RouterId;
};

export class Sources {
  readonly #holders = new Set<RouterId>();
  readonly #tried = new Set<RouterId>();
  /** Those who have sent on, the last one last. */
  readonly #back: RouterId[] = [];
  #now: Source | undefined;

  get now(): Source | undefined {
    return this.#now;
  }

  /** That router has the file, it says. */
  add(holder: RouterId): void {
    if (!this.#tried.has(holder)) this.#holders.add(holder);
    if (this.#now === undefined) this.#next();
  }

  /** The one who is asked now sends on to `instead`. */
  sentOn(instead: RouterId, isLinked: boolean): void {
    if (this.#now === undefined) return;
    const { router, despite } = this.#now;
    if (isLinked && !this.#tried.has(instead) && this.#back.length < MAX_SENT_ON) {
      this.#back.push(router);
      this.#ask({ router: instead });
    } else if (despite === undefined) this.#ask({ router, despite: instead });
    else this.#next();
  }

  /** The one who is asked now does not give it. */
  failed(): void {
    const failed = this.#now?.router;
    const back = this.#back.pop();
    if (back === undefined || failed === undefined) this.#next();
    else this.#ask({ router: back, despite: failed });
  }

  #ask(source: Source): void {
    this.#holders.delete(source.router);
    this.#tried.add(source.router);
    this.#now = source;
  }

  #next(): void {
    const [router] = this.#holders;
    this.#now = undefined;
    if (router !== undefined) this.#ask({ router });
  }
}
