/** The browser's report on its storage, read again after each arrival or deletion. */
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { StorageState } from '../device/storage.ts';
import type { InboxCalls } from './calls.ts';
import type { Inbox } from './inbox.ts';

export function useStorage(inbox: Inbox, model: Pick<InboxCalls, 'storage'>): StorageState | undefined {
  const storage = useSignal<StorageState | undefined>(undefined);
  useEffect(() => {
    let isCurrent = true;
    void model.storage().then((state) => {
      if (isCurrent) storage.value = state;
    });
    return () => {
      isCurrent = false;
    };
  }, [inbox]);
  return storage.value;
}
