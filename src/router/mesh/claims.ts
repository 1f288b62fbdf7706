/**
 * Which of the hellos that routers list were really said to them. A signature takes two to three milliseconds to check, and
 * more on a small processor. So none is checked before it matters: where two routers list one device, and before somebody
 * is called there. A neighbour that makes such cases by the hundred has them checked at a bounded pace.
 */
import { isProvenTo, type SignedHello } from '../../protocol/hello-event.ts';
import { TokenBucket } from '../../transfer/token-bucket.ts';
import type { RouterId } from './bus.ts';

/** Disputed claims of one router that are checked at once: they keep this router from all else for a third of a second. */
const BURST_CHECKS = 128;
/** In the long run. */
const CHECKS_PER_SECOND = 16;
/** The same for all routers together: an eighth of a processor, of which one that makes up disputes gets a third. */
const BURST_CHECKS_IN_ALL = 256;
const CHECKS_IN_ALL_PER_SECOND = 50;
/** Routers whose checks are counted; the one that has been quiet longest is forgotten first. */
const ROUTERS_CHECKED = 64;
/** Results that are kept, of the claims that were checked last: 300 bytes each. */
const KEPT_RESULTS = 4096;

type IsProven = (router: RouterId, claim: SignedHello) => boolean;

export class Claims {
  readonly #compute: IsProven;
  readonly #now: () => number;
  /** The first one has been quiet longest. */
  readonly #checks = new Map<RouterId, TokenBucket>();
  readonly #checksInAll: TokenBucket;
  readonly #results = new Map<string, boolean>();

  /** `now`: monotonic, in milliseconds. */
  constructor(now: () => number, compute: IsProven = isProvenTo) {
    this.#compute = compute;
    this.#now = now;
    this.#checksInAll = new TokenBucket(BURST_CHECKS_IN_ALL, CHECKS_IN_ALL_PER_SECOND, now());
  }

  /** The device said it to that router. */
  isProven(router: RouterId, claim: SignedHello): boolean {
    return this.#result(router, claim, () => true) === true;
  }

  /** The same, or `undefined` when too many were checked lately: ask again in a moment. */
  look(router: RouterId, claim: SignedHello): boolean | undefined {
    return this.#result(router, claim, () => this.#mayCheck(router));
  }

  #mayCheck(router: RouterId): boolean {
    const now = this.#now();
    const checks = this.#checks.get(router) ?? new TokenBucket(BURST_CHECKS, CHECKS_PER_SECOND, now);
    this.#checks.delete(router);
    this.#checks.set(router, checks);
    const [quietest] = this.#checks.keys();
    if (this.#checks.size > ROUTERS_CHECKED && quietest !== undefined) this.#checks.delete(quietest);
    return checks.has(now) && this.#checksInAll.take(now) && checks.take(now);
  }

  #result(router: RouterId, claim: SignedHello, mayCheck: () => boolean): boolean | undefined {
    const name = [router, claim.key, claim.challenge, claim.claim, claim.signature].join(' ');
    const known = this.#results.get(name);
    if (known !== undefined || !mayCheck()) return known;
    const [oldest] = this.#results.keys();
    if (this.#results.size >= KEPT_RESULTS && oldest !== undefined) this.#results.delete(oldest);
    const result = this.#compute(router, claim);
    this.#results.set(name, result);
    return result;
  }
}
