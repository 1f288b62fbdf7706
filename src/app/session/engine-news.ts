/** What the engine reports: the signals that the screens read, and the devices with which something was agreed. */
import { batch, signal } from '@preact/signals';
import type { EngineMessage } from '../../engine/api/api.ts';
import type { ComparisonView } from '../../engine/api/comparison-view.ts';
import type { DeviceId } from '../../protocol/signaling.ts';
import { stateOf } from '../../transfer/about-view.ts';
import type { OfferView, TransferView } from '../../transfer/view.ts';
import { keepStorage } from '../device/storage.ts';
import { note, shortId } from '../log/log.ts';
import { hasArrived, merged } from '../model/transfer-list.ts';

type News = Extract<EngineMessage, { readonly type: 'transfers' | 'offers' | 'known' }>;

export class EngineNews {
  readonly transfers = signal<readonly TransferView[]>([]);
  readonly offers = signal<readonly OfferView[]>([]);
  /** Two people who make sure of each other, one of them here. */
  readonly comparison = signal<ComparisonView | undefined>(undefined);
  readonly isRestored;
  #agreed: ReadonlySet<DeviceId> = new Set();

  /** `isRestored`: true when no engine will report earlier visits, so there is nothing to wait for. */
  constructor(isRestored: boolean) {
    this.isRestored = signal(isRestored);
  }

  told(news: News): void {
    switch (news.type) {
      case 'transfers':
        if (hasArrived(this.transfers.value, news.changed)) void keepStorage();
        this.#noteStates(news.changed);
        this.transfers.value = merged(this.transfers.value, news.changed, news.gone);
        return;
      case 'offers':
        this.offers.value = news.offers;
        return;
      case 'known':
        this.#agreed = new Set(news.peers);
        return;
    }
  }

  /** Leaves out what earlier visits left, which may be much. */
  #noteStates(changed: readonly TransferView[]): void {
    if (!this.isRestored.value) return;
    for (const view of changed) {
      const before = this.transfers.value.find(({ key }) => key === view.key);
      const state = stateOf(view);
      if (before === undefined || stateOf(before) !== state) note('transfer', shortId(view.key), state);
    }
  }

  /** True when a transfer with this device was agreed before. */
  hasAgreed(peer: DeviceId): boolean {
    return this.#agreed.has(peer);
  }

  /** The engine is gone, and everything it reported. */
  clear(): void {
    batch(() => {
      this.transfers.value = [];
      this.isRestored.value = false;
      this.offers.value = [];
      this.comparison.value = undefined;
    });
  }
}
