/** On the first screen: the way to received files, as soon as there are any. */
import { useComputed } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { useText } from '../i18n/context.ts';
import { fill } from '../i18n/format.ts';
import type { Model } from '../model/model.ts';
import { Icon } from '../pieces/icons.tsx';
import { type Inbox, inboxOf, sumOf } from './inbox.ts';
import type { Navigation } from './navigation.ts';

type Props = { model: Pick<Model, 'transfers'>; navigation: Navigation };

export function ReceivedLink({ model, navigation }: Props) {
  const { words, format } = useText();
  const { saved, unfinished, deleted } = useInbox(model).value;
  const button = useRef<HTMLButtonElement>(null);
  const isThere = saved.length + unfinished.length + deleted.length > 0;
  useEffect(() => {
    if (navigation.left.value?.screen === 'received') button.current?.focus();
  }, []);
  if (!isThere) return null;
  const { files, bytes } = sumOf(saved);
  return (
    <button ref={button} class="received-link" type="button" onClick={() => navigation.go({ screen: 'received' })}>
      <span class="received-icon">
        <Icon name="inbox" />
      </span>
      <span class="received-text">
        <strong>{words.inbox.title}</strong>{' '}
        <span class="figures">
          {saved.length > 0
            ? fill(words.inbox.sum, { files: format.count(words.files, files), size: format.bytes(bytes) })
            : unfinished.length > 0
              ? words.inbox.unfinished
              : words.inbox.deleted}
        </span>
      </span>
      <Icon name="forward" />
    </button>
  );
}

/** The inbox as a signal that keeps its value while only other transfers move. */
export function useInbox(model: Pick<Model, 'transfers'>) {
  const last = useRef<Inbox>(undefined);
  return useComputed(() => {
    last.current = inboxOf(model.transfers.value, last.current);
    return last.current;
  });
}
