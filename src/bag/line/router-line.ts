/**
 * The line to the router at which this page is: asked whether it holds anything, connected, and connected again after a while when it
 * breaks. Waits longer each time, and not as long as everybody else: forty phones lose their router in the same moment.
 */
import type { Counter } from '../../protocol/blob.ts';
import type { EventId } from '../../protocol/event.ts';
import type { Filter } from '../../protocol/filter.ts';
import type { PublicKey } from '../../protocol/keys.ts';
import type { DeviceId } from '../../protocol/signaling.ts';
import { LineEnded, type Reconciling } from '../../words/exchange/reconciling.ts';
import type { Outcome } from '../../words/holding.ts';
import type { OwnRouter } from '../api/api.ts';
import type { HolderState } from '../api/views.ts';
import { askHolder, type Holder } from './holder-facts.ts';
import { Line, type LinePorts, type Socket } from './line.ts';

/** Between two tries, in milliseconds; each twice as long as the one before, by up to half shorter or longer. */
const BACK_OFF = { firstMs: 1_000, longestMs: 60_000 };
/** More of them in a row change nothing. */
const MOST_FAILURES = 10;
/** A router that holds nothing may be told to, but not within minutes. In milliseconds. */
const OFF_MS = 5 * 60 * 1000;

export type RouterLinePorts = LinePorts & {
  readonly fetch: (url: string, init?: RequestInit) => Promise<Response>;
  readonly open: (url: string) => Socket;
  /** From 0 up to 1. */
  readonly random: () => number;
  readonly changed: (state: HolderState, holder: Holder | undefined) => void;
  /** Rejects with `LineEnded` when the line ends. */
  readonly visit: (router: OwnRouter, first: Reconciling, second: Reconciling) => Promise<never>;
};

export class RouterLine {
  readonly #ports: RouterLinePorts;
  #router: OwnRouter | undefined;
  #line: Line | undefined;
  #isReady = false;
  #cancelTry = (): void => {};
  #failures = 0;
  #found = 0;
  /** Raised when what is under way is no longer wanted. */
  #turn = 0;

  constructor(ports: RouterLinePorts) {
    this.#ports = ports;
  }

  /** The router with which this device speaks now. */
  get router(): OwnRouter | undefined {
    return this.#isReady ? this.#router : undefined;
  }

  /** Where files are brought now: to the router that knows this device by its line. */
  get counter(): Counter | undefined {
    const { router } = this;
    return router && this.#line && { router: router.id, challenge: this.#line.challenge };
  }

  /** `undefined`: the page has none. `again` counts how often the page has lost it and found it: a line of before may be dead. */
  to(router: OwnRouter | undefined, again = 0): void {
    const before = this.#router;
    const isSame = router?.id === before?.id && router?.base === before?.base && again === this.#found;
    this.#router = router;
    this.#found = again;
    if (isSame) return;
    this.#failures = 0;
    this.#begin();
  }

  /** The network has changed, or the phone has slept: a line that seems to stand may be dead. */
  moved(): void {
    this.#failures = 0;
    if (this.#router !== undefined) this.#begin();
  }

  stop(): void {
    this.#router = undefined;
    this.#begin();
  }

  /** Gives what is held here. `undefined` when there is no line, or it ends before the answer. */
  async give(id: EventId): Promise<Outcome | undefined> {
    if (!this.#isReady || this.#line === undefined) return undefined;
    try {
      return await this.#line.first.give(id);
    } catch (error) {
      if (error instanceof LineEnded) return undefined;
      throw error;
    }
  }

  /** Asks for what matches, beside the visit. False when there is no line, or it ends. */
  fetch(filter: Filter): Promise<boolean> {
    return this.#beside((first) => first.fetch(filter));
  }

  /** Compares all that matches, in the same way. */
  reconcile(filter: Filter): Promise<boolean> {
    return this.#beside((first) => first.reconcile(filter));
  }

  async keyOf(id: DeviceId): Promise<PublicKey | undefined> {
    return this.#isReady ? this.#line?.keyOf(id) : undefined;
  }

  async #beside(act: (first: Reconciling) => Promise<unknown>): Promise<boolean> {
    if (!this.#isReady || this.#line === undefined) return false;
    try {
      await act(this.#line.first);
      return true;
    } catch (error) {
      if (error instanceof LineEnded) return false;
      throw error;
    }
  }

  #begin(): void {
    this.#turn += 1;
    this.#cancelTry();
    const line = this.#line;
    this.#line = undefined;
    this.#isReady = false;
    line?.close();
    if (this.#router === undefined) this.#ports.changed('away', undefined);
    else void this.#try(this.#router, this.#turn);
  }

  async #try(router: OwnRouter, turn: number): Promise<void> {
    const { changed, open, visit } = this.#ports;
    const holder = await askHolder(router.base, this.#ports.fetch);
    if (turn !== this.#turn) return;
    if (typeof holder === 'string') {
      changed(holder, undefined);
      this.#again(turn, holder === 'off' ? OFF_MS : undefined);
      return;
    }
    changed('here', holder);
    const url = `${router.base}words`.replace(/^http/, 'ws');
    const line = new Line(open(url), router.id, this.#ports, () => {
      if (turn !== this.#turn) return;
      this.#line = undefined;
      this.#isReady = false;
      changed('away', undefined);
      this.#again(turn);
    });
    this.#line = line;
    try {
      await line.ready;
    } catch {
      return; // it has ended, and is tried again
    }
    if (turn !== this.#turn) return;
    this.#isReady = true;
    this.#failures = 0;
    await visit(router, line.first, line.second).catch((error: unknown) => {
      // It is there and does not do what it should: asked again at once, it would not either.
      if (this.#line === line) this.#failures = MOST_FAILURES;
      line.close();
      if (!(error instanceof LineEnded)) throw error;
    });
  }

  #again(turn: number, ms = this.#backOffMs()): void {
    this.#cancelTry = this.#ports.schedule(() => {
      if (turn === this.#turn && this.#router !== undefined) void this.#try(this.#router, turn);
    }, ms);
  }

  #backOffMs(): number {
    const { firstMs, longestMs } = BACK_OFF;
    const ms = Math.min(longestMs, firstMs * 2 ** this.#failures);
    this.#failures = Math.min(this.#failures + 1, MOST_FAILURES);
    return ms * (0.5 + this.#ports.random());
  }
}
