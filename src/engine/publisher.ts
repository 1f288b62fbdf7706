/**
 * Tells the page what changed: at once when a transfer's phase or its `kept` changes; otherwise a few times a second.
 */

import { isFlowing, stateOf } from '../transfer/about-view.ts';
import { bytesPerSecond, type Rate, sample } from '../transfer/rate.ts';
import type { OfferView, TransferKey, TransferView } from '../transfer/view.ts';
import type { EngineMessage } from './api/api.ts';

/**
 * Time between two reports of mere progress, in milliseconds. Nobody reads faster, and every report costs the page a
 * render.
 */
const PROGRESS_MS = 250;
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

export class Publisher {
  readonly #ports: PublisherPorts;
  readonly #shown = new Map<TransferKey, TransferView>();
  readonly #changed = new Map<TransferKey, TransferView>();
  readonly #rates = new Map<TransferKey, Rate>();
  #gone: TransferKey[] = [];
  #offers = '';
  #cancel: (() => void) | undefined;
  #cancelLook: (() => void) | undefined;

  constructor(ports: PublisherPorts) {
    this.#ports = ports;
  }

  changed(key: TransferKey, view: TransferView | undefined): void {
    if (!view) return;
    const before = this.#changed.get(key) ?? this.#shown.get(key);
    this.#changed.set(key, view);
    // The screen says this in words, so the change must not wait.
    const isNews = before === undefined || stateOf(before) !== stateOf(view) || before.kept !== view.kept;
    if (isNews) this.#flush();
    else this.#cancel ??= this.#ports.schedule(() => this.#flush(), PROGRESS_MS);
  }

  gone(key: TransferKey): void {
    this.#changed.delete(key);
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
    const changed = [...this.#changed.values()].map((view) => this.#withRate(view));
    for (const view of changed) this.#shown.set(view.key, view);
    this.#changed.clear();
    const gone = this.#gone;
    this.#gone = [];
    this.#ports.post({ type: 'transfers', changed, gone });
    const isMoving = [...this.#shown.values()].some(({ bytesPerSecond: speed = 0 }) => speed > 0);
    this.#cancelLook = isMoving ? this.#ports.schedule(() => this.#lookAtSpeeds(), STALL_MS) : undefined;
  }

  /** Nothing was reported for a while: speeds on the screen must fall. */
  #lookAtSpeeds(): void {
    for (const view of this.#shown.values())
      if (view.bytesPerSecond && !this.#changed.has(view.key)) this.#changed.set(view.key, view);
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
