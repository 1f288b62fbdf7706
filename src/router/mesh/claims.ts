/**
 * Which of the hellos that routers list were really said to them. A signature takes two milliseconds to check, so none is
 * checked before it matters: when two routers list one device, and before somebody is called there.
 */
import { isProvenTo } from '../../protocol/hello-event.ts';
import type { RouterId } from './bus.ts';
import type { Listed } from './messages.ts';

export class Claims {
  /** The results, for as long as their entries are kept. */
  readonly #known = new WeakMap<Listed, { readonly router: RouterId; readonly isProven: boolean }>();

  isProven(router: RouterId, entry: Listed): boolean {
    const known = this.#known.get(entry);
    if (known?.router === router) return known.isProven;
    const isProven = isProvenTo(router, entry);
    this.#known.set(entry, { router, isProven });
    return isProven;
  }
}
