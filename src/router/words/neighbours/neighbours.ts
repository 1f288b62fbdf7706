/**
 * Makes the holders of all routers in reach hold the same. What a phone brings goes to every neighbour at once (`line.ts`). All
 * else is found by what routers say of themselves: a few letters that sum up what they hold, when that has changed. Where two
 * differ and stay so for a moment, they compare. So nothing is compared where nobody differs, each event goes over a link once, and
 * through a chain of routers that do not all hear each other it takes a second or two for each of them.
 */
import { HELD_KINDS } from '../../../words/kinds.ts';
import type { Log } from '../../machine/log.ts';
import type { Bus, RouterId } from '../../mesh/bus.ts';
import type { WordsMessage } from '../../mesh/messages.ts';
import type { Blobs, Shelf } from '../api.ts';
import { Files } from './files.ts';
import { Line } from './line.ts';
import { Pace } from './pace.ts';
import { Sum } from './sum.ts';

/** From a change to the first word of it. News of the same moment is on its way to all by then. */
const TELL_AFTER_MS = 200;
/** The sum is told again after so much for each neighbour at the earliest: twenty a second, however large the mesh is. */
const TELL_EACH_MS = 50;
/** For so long two have to differ before they compare: what a phone has brought to one is still on its way to the other. */
const SETTLE_MS = 1_000;
/** The same, while the other one has not told its sum since something changed here: of a hundred routers, each has by then. */
const DIFFER_AT_MOST_MS = 5_000;
/** Two are compared again after this time at the earliest. Where nothing was to be exchanged it doubles, up to the longest. */
const COMPARE_EVERY_MS = 2_000;
const COMPARE_AT_LEAST_EVERY_MS = 60_000;
/** Two that differ as they did after the last time, for good reasons: one has less room, or does not take something. */
const COMPARE_THE_SAME_EVERY_MS = 10 * 60_000;
/** What has ended, or was let go, is not told by the shelf: the sum is made again in any case. */
const LOOK_EVERY_MS = 30_000;
/** Comparisons that this router begins at a time, each with another router. */
const COMPARED_AT_ONCE = 2;
/** One that takes longer than this makes room for the next one: its router is slow, or gives no answer. */
const COMPARE_WITHIN_MS = 30_000;

export type NeighboursOptions = {
  readonly bus: Pick<Bus, 'self' | 'send' | 'shun'>;
  readonly shelf: Pick<Shelf, 'has' | 'isGone' | 'items' | 'query' | 'put' | 'watch' | 'markElsewhere' | 'naming'>;
  readonly blobs: Pick<Blobs, 'has' | 'size' | 'receive' | 'read'>;
  readonly log: Log;
  /** Largest file that is fetched, in bytes. */
  readonly maxBlobBytes?: number;
  /** What words and files may take of the backhaul, in bytes a second. */
  readonly bytesPerSecond?: number;
};

type Neighbour = {
  readonly line: Line;
  /** The two sums when they were compared last. */
  compared: string;
  comparedAt: number;
  everyMs: number;
  isComparing: boolean;
  /** When the other one told its sum, and since when it is another one than ours. */
  toldAt: number;
  differsSince: number | undefined;
  /** Until this router, which does not compare, says that it still differs. */
  answering?: NodeJS.Timeout | undefined;
};

export class Neighbours {
  readonly #options: NeighboursOptions;
  readonly #all = new Map<RouterId, Neighbour>();
  readonly #pace: Pace;
  readonly #files: Files;
  readonly #unwatch: () => void;
  readonly #often: NodeJS.Timeout;
  #comparing = 0;
  /** Added to with all that comes. What has gone is missed by it until it is made again. */
  #sum: Sum | undefined;
  #told: string | undefined;
  #toldAt = Number.NEGATIVE_INFINITY;
  #telling: NodeJS.Timeout | undefined;
  #changedAt = Number.NEGATIVE_INFINITY;
  #looking: NodeJS.Timeout | undefined;
  #looksAt = Number.POSITIVE_INFINITY;

  constructor(options: NeighboursOptions) {
    const { bus, shelf, blobs, bytesPerSecond, maxBlobBytes } = options;
    this.#options = options;
    this.#pace = new Pace(bytesPerSecond);
    this.#files = new Files({
      blobs,
      isNamed: (sha256) => {
        const { isNamed, isHidden } = shelf.naming(sha256);
        return isNamed && !isHidden;
      },
      // Those that hold anything: each says so as soon as it is linked. Another one would never answer.
      routers: () => [...this.#all].flatMap(([id, { line }]) => (line.sum === undefined ? [] : [id])),
      send: (to, message) => bus.send(to, message),
      give: (to, message) => this.#all.get(to)?.line.outbox.put(message, 'file'),
      shun: (id, why) => this.#shun(id, why),
      ...(maxBlobBytes !== undefined && { maxBytes: maxBlobBytes }),
    });
    this.#unwatch = shelf.watch(({ event }) => {
      this.#sum?.add(event.id);
      this.#changed();
    });
    this.#often = setInterval(() => {
      this.#sum = undefined;
      this.#changed();
    }, LOOK_EVERY_MS);
  }

  /** Another router can be talked to, for the first time or anew. */
  joined(router: RouterId): void {
    this.left(router);
    const { bus, shelf } = this.#options;
    const line = new Line({
      router,
      holding: shelf,
      pace: this.#pace,
      isAsking: bus.self.id < router,
      send: (message) => void bus.send(router, message),
      isElsewhere: (id) => shelf.markElsewhere(id, router),
      shun: (why) => this.#shun(router, why),
    });
    const never = Number.NEGATIVE_INFINITY;
    const none = { compared: '', comparedAt: never, everyMs: 0, isComparing: false, toldAt: never };
    this.#all.set(router, { line, ...none, differsSince: undefined });
    bus.send(router, { type: 'holds', sum: this.#currentSum() });
  }

  left(router: RouterId): void {
    const neighbour = this.#all.get(router);
    clearTimeout(neighbour?.answering);
    neighbour?.line.stop();
    this.#all.delete(router);
    this.#files.left(router);
  }

  received(from: RouterId, message: WordsMessage): void {
    const neighbour = this.#all.get(from);
    if (neighbour === undefined) return;
    switch (message.type) {
      case 'ask':
      case 'tell':
      case 'took':
        neighbour.line.receive(message);
        break;
      case 'holds':
        this.#heard(from, neighbour, message.sum);
        break;
      default:
        if (message.type === 'bytes') neighbour.line.took();
        this.#files.received(from, message);
    }
  }

  /**
   * Sees to it that the file is here, from whichever router has it. Resolves to false when none has it, or its bytes cannot be
   * kept; several who ask wait for the same one. Rejects never.
   */
  fetch(sha256: string): Promise<boolean> {
    return this.#files.fetch(sha256);
  }

  /** Says nothing to anybody from now on. */
  stop(): void {
    this.#unwatch();
    clearInterval(this.#often);
    clearTimeout(this.#telling);
    clearTimeout(this.#looking);
    for (const router of [...this.#all.keys()]) this.left(router);
    this.#files.stop();
    this.#pace.stop();
  }

  #heard(from: RouterId, neighbour: Neighbour, sum: string): void {
    neighbour.line.sum = sum;
    neighbour.toldAt = performance.now();
    if (this.#options.bus.self.id < from) this.#lookIn(neighbour.compared === '' ? 0 : SETTLE_MS);
    else
      neighbour.answering ??= setTimeout(() => {
        neighbour.answering = undefined;
        const own = this.#currentSum();
        if (own !== neighbour.line.sum) this.#options.bus.send(from, { type: 'holds', sum: own });
      }, SETTLE_MS);
  }

  #shun(router: RouterId, why: string): void {
    if (!this.#all.has(router)) return;
    this.left(router);
    this.#options.bus.shun(router, why);
  }

  #currentSum(): string {
    this.#sum ??= new Sum(this.#options.shelf.items({ kinds: HELD_KINDS }));
    return this.#sum.text;
  }

  #changed(): void {
    this.#changedAt = performance.now();
    if (this.#all.size === 0) return;
    this.#lookIn(SETTLE_MS);
    const wait = Math.max(TELL_AFTER_MS, this.#toldAt + this.#all.size * TELL_EACH_MS - performance.now());
    this.#telling ??= setTimeout(() => this.#tell(), wait);
  }

  #tell(): void {
    this.#telling = undefined;
    const sum = this.#currentSum();
    if (sum === this.#told) return;
    this.#told = sum;
    this.#toldAt = performance.now();
    for (const router of this.#all.keys()) this.#options.bus.send(router, { type: 'holds', sum });
  }

  #lookIn(ms: number): void {
    const at = performance.now() + ms;
    if (at >= this.#looksAt) return;
    clearTimeout(this.#looking);
    this.#looksAt = at;
    this.#looking = setTimeout(() => this.#look(), ms);
  }

  /** Begins the comparisons that are due, and comes back for those that will be. */
  #look(): void {
    this.#looksAt = Number.POSITIVE_INFINITY;
    const now = performance.now();
    let next = Number.POSITIVE_INFINITY;
    for (const [router, neighbour] of this.#all) {
      const dueAt = this.#dueAt(router, neighbour);
      if (dueAt <= now && this.#comparing < COMPARED_AT_ONCE) void this.#compare(router, neighbour);
      else next = Math.min(next, dueAt);
    }
    if (next < Number.POSITIVE_INFINITY && this.#comparing < COMPARED_AT_ONCE) this.#lookIn(Math.max(0, next - now));
  }

  #dueAt(router: RouterId, neighbour: Neighbour): number {
    const { line, compared, comparedAt, everyMs, isComparing, toldAt } = neighbour;
    const sum = this.#currentSum();
    const isSame = line.sum === undefined || line.sum === sum;
    if (isSame) neighbour.differsSince = undefined;
    else neighbour.differsSince ??= performance.now();
    if (isSame || isComparing || this.#options.bus.self.id > router) return Number.POSITIVE_INFINITY;
    if (compared === '') return 0;
    const again = comparedAt + (compared === `${sum} ${line.sum}` ? COMPARE_THE_SAME_EVERY_MS : everyMs);
    return toldAt >= this.#changedAt ? again : Math.max(again, (neighbour.differsSince ?? 0) + DIFFER_AT_MOST_MS);
  }

  async #compare(router: RouterId, neighbour: Neighbour): Promise<void> {
    this.#comparing += 1;
    neighbour.isComparing = true;
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<void>((resolve) => (timer = setTimeout(resolve, COMPARE_WITHIN_MS)));
    await Promise.race([late, this.#compared(router, neighbour)]);
    clearTimeout(timer);
    this.#comparing -= 1;
    this.#lookIn(0);
  }

  async #compared(router: RouterId, neighbour: Neighbour): Promise<void> {
    const { line } = neighbour;
    // As they are now: what comes from a third router meanwhile has not been compared.
    neighbour.compared = `${this.#currentSum()} ${line.sum}`;
    const exchanged = await line.compare().catch((error: unknown) => {
      this.#options.log.debug(`words are not compared with router ${router}: ${String(error)}`);
      return 0;
    });
    const longer = Math.min(COMPARE_AT_LEAST_EVERY_MS, Math.max(COMPARE_EVERY_MS, 2 * neighbour.everyMs));
    neighbour.everyMs = exchanged > 0 ? COMPARE_EVERY_MS : longer;
    neighbour.comparedAt = performance.now();
    neighbour.isComparing = false;
  }
}
