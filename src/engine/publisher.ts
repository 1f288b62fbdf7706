/**
 * Tells the page what changed: at once when a transfer's phase, path or `kept` changes; otherwise twice a second. Bytes
 * arrive a hundred times as often, so of mere progress only the transfer is noted, and looked at when it is reported.
 */

import { isFlowing, stateOf } from '../transfer/about-view.ts';
import { bytesPerSecond, type Rate, sample } from '../transfer/rate.ts';
import type { OfferView, TransferKey, TransferView } from '../transfer/view.ts';
import type { EngineMessage } from './api/api.ts';

/**
 * Time between two reports of mere progress, in milliseconds. Nobody reads four figures faster, and every report costs
 * the page a render and the browser a frame.
 */
const PROGRESS_MS = 500;
/**
 * How often speeds are computed while nothing is reported, in milliseconds: a speed must not stay when nothing moves.
 */
const STALL_MS = 1_000;

type PublisherPorts = {
  readonly post: (message: EngineMessage) => void;
  /** Milliseconds on a monotonic clock. */
  readonly elapsed: () => number;
  readonly schedule: (task: () => void, ms: number) => () => void;
};

/** A transfer that a screen may show. */
type Shown = {
  readonly key: TransferKey;
  /** `undefined` while it has no row. */
  view(): TransferView | undefined;
};

export class Publisher {
  readonly #ports: PublisherPorts;
  readonly #shown = new Map<TransferKey, TransferView>();
  /** Not yet reported. What is shown already differs from them in figures only. */
  readonly #waiting = new Map<TransferKey, Shown>();
  readonly #rates = new Map<TransferKey, Rate>();
  #gone: TransferKey[] = [];
  #offers = '';
  #cancel: (() => void) | undefined;
  #cancelLook: (() => void) | undefined;

  constructor(ports: PublisherPorts) {
    this.#ports = ports;
  }

  /** Anything of it may have changed. */
  changed(transfer: Shown): void {
    const view = transfer.view();
    if (!view) return;
    const before = this.#shown.get(transfer.key);
    this.progressed(transfer);
    // The screen says this in words, so the change must not wait.
    const isSame =
      before && stateOf(before) === stateOf(view) && before.kept === view.kept && before.path === view.path;
    if (!isSame) this.#flush();
  }

  /** Nothing but its figures has changed. */
  progressed(transfer: Shown): void {
    this.#waiting.set(transfer.key, transfer);
    this.#cancel ??= this.#ports.schedule(() => this.#flush(), PROGRESS_MS);
  }

  gone(key: TransferKey): void {
    this.#waiting.delete(key);
    this.#shown.delete(key);
    this.#rates.delete(key);
    this.#gone.push(key);
    this.#flush();
  }

  /** Publishes the open offers if they differ from the last published ones. */
  offers(offers: readonly OfferView[]): void {
    const shown = offers.map(({ key, ...it }) => `${key} ${it.isKnown} ${it.standsAside} ${it.isSilent}`).join();
    if (shown === this.#offers) return;
    this.#offers = shown;
    this.#ports.post({ type: 'offers', offers });
  }

  #flush(): void {
    this.#cancel?.();
    this.#cancel = undefined;
    this.#cancelLook?.();
    const views = Array.from(this.#waiting.values(), (transfer) => transfer.view());
    const changed = views.flatMap((view) => (view ? this.#withRate(view) : []));
    for (const view of changed) this.#shown.set(view.key, view);
    this.#waiting.clear();
    const gone = this.#gone;
    this.#gone = [];
    this.#ports.post({ type: 'transfers', changed, gone });
    const isMoving = [...this.#shown.values()].some(({ bytesPerSecond: speed = 0 }) => speed > 0);
    this.#cancelLook = isMoving ? this.#ports.schedule(() => this.#lookAtSpeeds(), STALL_MS) : undefined;
  }

  /** Nothing was reported for a while: speeds on the screen must fall. */
  #lookAtSpeeds(): void {
    for (const view of this.#shown.values())
      if (view.bytesPerSecond && !this.#waiting.has(view.key))
        this.#waiting.set(view.key, { key: view.key, view: () => view });
    this.#flush();
  }

  #withRate(view: TransferView): TransferView {
    const { bytesPerSecond: _, ...still } = view;
    if (!isFlowing(view)) {
      this.#rates.delete(view.key);
      return still;
    }
    const rate = sample(this.#rates.get(view.key) ?? [], this.#ports.elapsed(), view.storedBytes);
    this.#rates.set(view.key, rate);
    const speed = bytesPerSecond(rate);
    return speed === undefined ? still : { ...still, bytesPerSecond: speed };
  }
}
