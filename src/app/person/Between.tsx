/** What was said and sent between the two, in one line of time, the newest at the end. */
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { useLateText } from '../i18n/context.ts';
import { between } from '../model/between.ts';
import { conversation, type Item } from '../model/conversation.ts';
import type { Model } from '../model/model.ts';
import { past } from '../past/past.ts';
import { labelOf, type Somebody } from '../people/standing.ts';
import { catchFocusSoon } from '../pieces/focus.ts';
import type { Navigation } from '../place/navigation.ts';
import { BetweenItem } from './BetweenItem.tsx';
import { MessageItem } from './MessageItem.tsx';

/** So many at first, and with each press on "earlier". */
const PAGE_ITEMS = 20;

type Props = { model: Model; somebody: Somebody; navigation: Navigation };

export function Between({ model, somebody, navigation }: Props) {
  const { words, format } = useLateText();
  const said = words.person;
  const transfers = between(model.transfers.value, past.all.value, somebody.id);
  const messages = model.words.messages.value.get(somebody.id) ?? [];
  const all = conversation(transfers, messages);
  useRead(model, somebody.id);
  const name = labelOf(model.people, somebody);
  const left = navigation.left.value;
  const opened = left && 'key' in left ? all.length - all.findIndex(({ key }) => key === left.key) : 0;
  const rows = useSignal(Math.ceil(Math.max(1, opened) / PAGE_ITEMS) * PAGE_ITEMS);
  const list = useRef<HTMLUListElement>(null);
  useShown(list, all, opened > 0);
  const hidden = Math.max(0, all.length - rows.value);
  return (
    <section class="between">
      <h3 id="between-title">{said.between}</h3>
      {hidden > 0 && (
        <button
          class="button quiet"
          type="button"
          onClick={() => {
            rows.value += PAGE_ITEMS;
            catchFocusSoon(); // after the last page
          }}
        >
          {format.count(said.earlier, Math.min(hidden, PAGE_ITEMS))}
        </button>
      )}
      {all.length === 0 && <p class="hint">{said.nothingYet}</p>}
      <ul ref={list} class="between-list" aria-labelledby="between-title">
        {all
          .slice(hidden)
          .map((item) =>
            item.is === 'message' ? (
              <MessageItem key={item.key} message={item.message} words={model.words} name={name} />
            ) : (
              <BetweenItem
                key={item.key}
                transfer={item.transfer}
                model={model}
                wasOpen={left !== undefined && 'key' in left && left.key === item.key}
              />
            ),
          )}
      </ul>
    </section>
  );
}

/**
 * Brings the newest to the eye: when the screen opens, and when the person here has sent something. What others send moves
 * nothing, because a finger may be on its way.
 */
function useShown(list: { readonly current: HTMLElement | null }, all: readonly Item[], isElsewhere: boolean): void {
  const newest = all[all.length - 1];
  const last = useRef<string | undefined>(undefined);
  useEffect(() => {
    const isFirst = last.current === undefined;
    last.current = newest?.key;
    if (newest === undefined || (isFirst ? isElsewhere : isFromThem(newest))) return;
    const behavior = isFirst ? 'instant' : 'auto'; // a long way would take a second
    // With what is said below it of the one for whom it is.
    const end = list.current?.closest('main')?.querySelector('.not-here') ?? list.current?.lastElementChild;
    const look = (): void => end?.scrollIntoView({ block: 'nearest', behavior });
    look();
    // What stands at the lower edge has its height only now, and covers the end until the page knows it.
    requestAnimationFrame(() => requestAnimationFrame(look));
  }, [newest?.key]);
}

const isFromThem = (item: Item): boolean =>
  item.is === 'message' ? item.message.direction === 'received' : item.transfer.direction === 'receiving';

/** What stands before the eyes of the person here is new no longer. */
function useRead({ words }: Pick<Model, 'words'>, from: Somebody['id']): void {
  const messages = words.messages.value.get(from);
  useEffect(() => {
    const look = (): void => {
      const isNew = messages?.some((message) => message.isNew);
      if (isNew && document.visibilityState === 'visible') words.read(from);
    };
    look();
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, [messages, from]);
}
