/**
 * Which of the hellos that routers list were really said to them. A signature takes two to three milliseconds to check, and
 * more on a small processor. So none is checked before it matters: where two routers list one device, and before somebody
 * is called there. A neighbour that makes such cases by the hundred has them checked at a bounded pace.
 */
import { isProvenTo, type SignedHello } from '../../protocol/hello-event.ts';
import { TokenBucket } from '../../transfer/token-bucket.ts';
import type { RouterId } from './bus.ts';

/** Disputed claims that are checked: at once as many as keep a router from all else for a third of a second. */
const BURST_CHECKS = 128;
/** In the long run, an eighth of a processor. */
const CHECKS_PER_SECOND = 50;
/** Results that are kept, of the claims that were checked last: 300 bytes each. */
const KEPT_RESULTS = 4096;

type IsProven = (router: RouterId, claim: SignedHello) => boolean;

export class Claims {
  readonly #compute: IsProven;
  readonly #now: () => number;
  readonly #checks: TokenBucket;
  readonly #results = new Map<string, boolean>();

  /** `now`: monotonic, in milliseconds. */
  constructor(now: () => number, compute: IsProven = isProvenTo) {
    this.#compute = compute;
    this.#now = now;
    this.#checks = new TokenBucket(BURST_CHECKS, CHECKS_PER_SECOND, now());
  }

  /** The device said it to that router. */
  isProven(router: RouterId, claim: SignedHello): boolean {
    return this.#result(router, claim, () => true) === true;
  }

  /** The same, or `undefined` when too many were checked lately: ask again in a moment. */
  look(router: RouterId, claim: SignedHello): boolean | undefined {
    return this.#result(router, claim, () => this.#checks.take(this.#now()));
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
