/** A person's actions on received files. */
import { storageState } from '../device/storage.ts';
import type { EngineCalls } from '../engine/engine-calls.ts';
import { canShare, saveToFolder, severalAtOnce } from '../files/save.ts';
import { zipName } from '../files/zip-name.ts';
import type { Model } from '../model/model.ts';
import { labelOf } from '../people/standing.ts';

type SavingCalls = Pick<
  Model,
  | 'savableFiles'
  | 'saveFile'
  | 'saveEach'
  | 'saveAll'
  | 'saveToFolder'
  | 'glance'
  | 'canShare'
  | 'shareFile'
  | 'storage'
>;

export function savingCalls(
  calls: EngineCalls,
  { transfers, people }: Pick<Model, 'transfers' | 'people'>,
): SavingCalls {
  return {
    savableFiles: (key) => calls.list(key),
    saveFile: (key, index) => calls.save(key, index),
    saveEach: severalAtOnce && ((key, only) => calls.saveEach(key, only)),
    saveAll(key, signal) {
      const transfer = transfers.peek().find((one) => one.key === key);
      const from = transfer && labelOf(people, { id: transfer.peer, name: transfer.peerName });
      return calls.saveAll(key, transfer && from !== undefined ? zipName(transfer, from) : '', signal);
    },
    saveToFolder: saveToFolder && ((key) => calls.saveToFolder(key)),
    glance: (key, index) => calls.glance(key, index),
    canShare,
    shareFile: (key, index) => calls.share(key, index),
    storage: storageState,
  };
}
