/** The inbox as a signal that keeps its value while only other transfers move. */
import { useComputed } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { Model } from '../model/model.ts';
import { type Inbox, inboxOf } from './inbox.ts';

export function useInbox(model: Pick<Model, 'transfers'>) {
  const last = useRef<Inbox>(undefined);
  return useComputed(() => {
    last.current = inboxOf(model.transfers.value, last.current);
    return last.current;
  });
}
