/**
 * One file that is fetched from other routers: who has it is asked of all, and its bytes, in portions, of the first one who answers.
 * When that one leaves, or gives nothing more, the next one goes on at the same byte. What has come is for nobody until all of it is
 * here and is what its digest says.
 */
import type { RouterId } from '../../mesh/bus.ts';
import { MAX_PORTION_BYTES } from '../../mesh/messages.ts';
import type { Blobs } from '../api.ts';
import { type Answer, PORTIONS_AT_ONCE, type SendFile } from './file-messages.ts';
import { Sources } from './source.ts';

/** All routers in reach have answered by then who has a file. */
const FOUND_WITHIN_MS = 3_000;
/** A router that says nothing for this time gives nothing: twice `SOON_EVERY_MS`, and what a slow radio needs for a portion. */
const ANSWERED_WITHIN_MS = 10_000;
/** For so long a file may be on its way to the router that is asked: the largest one, through ten routers. */
const WAIT_AT_MOST_MS = 5 * 60_000;

export type FetchingOptions = {
  readonly sha256: string;
  readonly blobs: Pick<Blobs, 'receive'>;
  /** In bytes. */
  readonly maxBytes: number;
  routers(): readonly RouterId[];
  readonly send: SendFile;
  newNumber(): number;
};

/** `undefined`: the router has left, or is silent, or gives something else. */
type Given = Uint8Array | Extract<Answer, { readonly type: 'not' }> | undefined;
type Portion = {
  readonly from: number;
  readonly to: number;
  readonly of: RouterId;
  readonly since: number;
  timer: NodeJS.Timeout | undefined;
  settle(answer: Given): void;
};

export class Fetching {
  readonly #options: FetchingOptions;
  readonly #sources = new Sources();
  /** Who has not answered yet if it has the file. */
  readonly #awaited: Set<RouterId>;
  readonly #portions = new Map<number, Portion>();
  readonly #givers = new Set<RouterId>();
  #size: number | undefined;
  /** Called with the first who has it, or with the last who does not. */
  #found: () => void = () => {};
  readonly ended: Promise<boolean>;

  /** `without`: routers that gave other bytes before. */
  constructor(options: FetchingOptions, without: ReadonlySet<RouterId> = new Set()) {
    this.#options = options;
    this.#awaited = new Set(options.routers().filter((router) => !without.has(router)));
    this.ended = this.#fetch();
  }

  /** The router that is asked now. */
  get from(): RouterId | undefined {
    return this.#sources.now?.router;
  }

  here(from: RouterId, size: number | undefined): void {
    if (!this.#awaited.delete(from)) return;
    // Two sizes cannot both be right; the digest decides which was.
    if (size !== undefined && size <= this.#options.maxBytes && (this.#size ?? size) === size) {
      this.#size = size;
      this.#sources.add(from);
    }
    if (this.#size !== undefined || this.#awaited.size === 0) this.#found();
  }

  /** False when that was not asked of this router. */
  answered(from: RouterId, answer: Answer): boolean {
    const portion = this.#portions.get(answer.n);
    if (portion?.of !== from) return false;
    if (answer.type === 'soon') this.#watch(answer.n, portion);
    else if (answer.type === 'not') portion.settle(answer);
    else portion.settle(answer.bytes.length === portion.to - portion.from ? answer.bytes : undefined);
    return true;
  }

  left(router: RouterId): void {
    this.here(router, undefined);
    for (const portion of [...this.#portions.values()]) if (portion.of === router) portion.settle(undefined);
  }

  async #fetch(): Promise<boolean> {
    const { sha256, send, blobs } = this.#options;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, FOUND_WITHIN_MS);
      this.#found = () => {
        clearTimeout(timer);
        resolve();
      };
      for (const router of [...this.#awaited])
        if (!send(router, { type: 'where', sha256 })) this.#awaited.delete(router);
      if (this.#awaited.size === 0) this.#found();
    });
    const source = this.#sources.now;
    if (this.#size === undefined || source === undefined) return false;
    const by = { is: 'router', id: source.router } as const;
    const outcome = await blobs.receive(sha256, this.#size, this.#bytes(this.#size), by);
    return outcome === 'held' || outcome === 'known';
  }

  /** Who has given any of it. */
  get givers(): ReadonlySet<RouterId> {
    return this.#givers;
  }

  /** Ends before the end of the file when nobody gives more of it. */
  async *#bytes(size: number): AsyncGenerator<Uint8Array> {
    let at = 0;
    /** What is asked for, and the answers, in order. */
    let asked: { readonly of: RouterId; readonly answer: Promise<Given> }[] = [];
    let askedTo = 0;
    while (at < size) {
      const source = this.#sources.now;
      if (source === undefined) return;
      while (asked.length < PORTIONS_AT_ONCE && askedTo < size) {
        const to = Math.min(size, askedTo + MAX_PORTION_BYTES);
        // The first answer says who gives it: the others are asked for then.
        if (asked.length > 0 && !this.#givers.has(source.router)) break;
        asked.push({ of: source.router, answer: this.#ask(source.router, askedTo, to, source.despite) });
        askedTo = to;
      }
      const answer = await asked.shift()?.answer;
      if (answer instanceof Uint8Array) {
        this.#givers.add(source.router);
        at += answer.length;
        yield answer;
        continue;
      }
      for (const portion of [...this.#portions.values()]) portion.settle(undefined);
      asked = [];
      askedTo = at;
      const instead = answer?.instead;
      if (instead === undefined) this.#sources.failed();
      else this.#sources.sentOn(instead, this.#options.routers().includes(instead));
    }
  }

  #ask(of: RouterId, from: number, to: number, despite: RouterId | undefined): Promise<Given> {
    const { sha256, send, newNumber } = this.#options;
    const n = newNumber();
    return new Promise((resolve) => {
      const portion: Portion = {
        from,
        to,
        of,
        since: performance.now(),
        timer: undefined,
        settle: (answer) => {
          clearTimeout(portion.timer);
          this.#portions.delete(n);
          resolve(answer);
        },
      };
      this.#portions.set(n, portion);
      this.#watch(n, portion);
      if (!send(of, { type: 'get', n, sha256, from, to, despite })) portion.settle(undefined);
    });
  }

  #watch(n: number, portion: Portion): void {
    clearTimeout(portion.timer);
    const left = portion.since + WAIT_AT_MOST_MS - performance.now();
    portion.timer = setTimeout(
      () => this.#portions.get(n)?.settle(undefined),
      Math.max(0, Math.min(ANSWERED_WITHIN_MS, left)),
    );
  }
}
