/** What is saved as soon as it has arrived, because the person said so when they accepted it. */
import { effect, type ReadonlySignal, signal } from '@preact/signals';
import { isActive, isHandedOver } from '../../transfer/about-view.ts';
import type { TransferKey } from '../../transfer/view.ts';
import { mustShare, severalAtOnce } from '../files/save.ts';
import type { Model } from '../model/model.ts';
import { mainSave, type SaveCalls } from './saving.ts';
import { workOn } from './work.ts';

/** False where files are saved through the share sheet: it opens at a tap alone. */
export const canSaveOnArrival = !mustShare && severalAtOnce !== 'sheet';

const begun = signal<ReadonlySet<TransferKey>>(new Set());
/** What was saved so in this visit: nobody has pressed anything since, so somebody has to say what came of it. */
export const begunOnArrival: ReadonlySignal<ReadonlySet<TransferKey>> = begun;

export type OnArrival = {
  /** The transfer `key` is about to be accepted. A reload forgets it, and then the person is asked as always. */
  add(key: TransferKey): void;
  stop(): void;
};

/**
 * Saves by the usual way, and once: a browser may refuse what nobody has pressed, and whatever comes of it is said where
 * the transfer is shown.
 */
export function saveOnArrival(model: Pick<Model, 'transfers'> & SaveCalls): OnArrival {
  const wanted = new Set<TransferKey>();
  const stop = effect(() => {
    for (const transfer of model.transfers.value) {
      if (!wanted.has(transfer.key) || isActive(transfer)) continue;
      wanted.delete(transfer.key);
      // Another page may have had the engine meanwhile, and saved it there.
      if (transfer.phase !== 'saved' || isHandedOver(transfer)) continue;
      begun.value = new Set([...begun.peek(), transfer.key]);
      void workOn(transfer.key).run(mainSave(transfer, model));
    }
  });
  return { add: (key) => void wanted.add(key), stop };
}
