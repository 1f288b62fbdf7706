/** What the engine reports: the signals that the screens read, and the devices with which something was agreed. */
import { batch, signal } from '@preact/signals';
import type { EngineMessage } from '../../engine/api/api.ts';
import type { ComparisonView } from '../../engine/api/comparison-view.ts';
import type { DeviceId } from '../../protocol/signaling.ts';
import { stateOf } from '../../transfer/about-view.ts';
import type { OfferView, TransferKey, TransferView } from '../../transfer/view.ts';
import { keepStorage } from '../device/storage.ts';
import { note, shortId } from '../log/log.ts';
import type { Pictures } from '../model/model.ts';
import { hasArrived, merged } from '../model/transfer-list.ts';
import { recent } from '../past/recent.ts';

type News = Extract<EngineMessage, { readonly type: 'transfers' | 'offers' | 'picture' | 'known' }>;

export class EngineNews {
  readonly transfers = signal<readonly TransferView[]>([]);
  readonly offers = signal<readonly OfferView[]>([]);
  /** Small pictures of open offers. */
  readonly pictures = signal<ReadonlyMap<TransferKey, Pictures>>(new Map());
  /** Two people who make sure of each other, one of them here. */
  readonly comparison = signal<ComparisonView | undefined>(undefined);
  readonly isRestored;
  /** Devices with which a transfer was agreed before. */
  readonly agreed = signal<ReadonlySet<DeviceId>>(new Set());

  /** `isRestored`: true when no engine will report earlier visits, so there is nothing to wait for. */
  constructor(isRestored: boolean) {
    this.isRestored = signal(isRestored);
  }

  told(news: News): void {
    switch (news.type) {
      case 'transfers':
        if (hasArrived(this.transfers.value, news.changed)) void keepStorage();
        this.#noteNews(news.changed);
        this.transfers.value = merged(this.transfers.value, news.changed, news.gone);
        return;
      case 'offers':
        batch(() => {
          this.offers.value = news.offers;
          this.#forgetPictures();
        });
        return;
      case 'picture': {
        const { key, file, jpeg } = news;
        const shown = new Map(this.pictures.value.get(key)).set(file, jpeg);
        this.pictures.value = new Map(this.pictures.value).set(key, shown);
        this.#forgetPictures(); // its offer may be answered by now
        return;
      }
      case 'known':
        this.agreed.value = new Set(news.peers);
        return;
    }
  }

  #forgetPictures(): void {
    const open = new Set(this.offers.value.map(({ key }) => key));
    const left = [...this.pictures.value].filter(([key]) => open.has(key));
    if (left.length < this.pictures.value.size) this.pictures.value = new Map(left);
  }

  /** Leaves out what earlier visits left, which may be much. */
  #noteNews(changed: readonly TransferView[]): void {
    if (!this.isRestored.value) return;
    for (const view of changed) {
      const before = this.transfers.value.find(({ key }) => key === view.key);
      const state = stateOf(view);
      if (view.storedBytes > (before?.storedBytes ?? 0)) recent.met(view.peer);
      if (before === undefined || stateOf(before) !== state) note('transfer', shortId(view.key), state);
    }
  }

  /** True while nobody has answered what is offered as this transfer. */
  isWaiting(offered: TransferKey): boolean {
    return this.transfers.peek().some(({ key, phase }) => key === offered && phase === 'waiting');
  }

  /** True when a transfer with this device was agreed before. */
  hasAgreed(peer: DeviceId): boolean {
    return this.agreed.peek().has(peer);
  }

  /** The engine is gone, and everything it reported. */
  clear(): void {
    batch(() => {
      this.transfers.value = [];
      this.isRestored.value = false;
      this.offers.value = [];
      this.pictures.value = new Map();
      this.comparison.value = undefined;
    });
  }
}
