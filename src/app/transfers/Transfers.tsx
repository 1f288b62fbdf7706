/** Running and ended transfers, newest first, until a person removes them from the list. */
import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { TransferKey, TransferView } from '../../transfer/view.ts';
import { useLateText } from '../i18n/context.ts';
import { type Card, cardsOf } from '../model/cards.ts';
import { catchFocus } from '../pieces/focus.ts';
import { BatchItem } from './BatchItem.tsx';
import type { TransferCalls } from './TransferActions.tsx';
import { TransferItem } from './TransferItem.tsx';

type Props = {
  transfers: readonly TransferView[];
  calls: TransferCalls;
  /** A transfer is under way, and only the person can keep the screen on. */
  asksForScreen: boolean;
};

export function Transfers({ transfers, calls, asksForScreen }: Props) {
  const { words } = useLateText();
  const list = useRef<HTMLUListElement>(null);
  const known = useRef<ReadonlySet<TransferKey>>(new Set());
  const watching = useWatching(list);
  const cards = cardsOf(transfers);
  // What is sent again to one of several people begins within their card.
  const begun = cards.findIndex((card) => card.transfers.some(({ key }) => key === transfers[0]?.key));
  useEffect(() => {
    const keys = new Set(transfers.map(({ key }) => key));
    const isNew = [...keys].some((key) => !known.current.has(key));
    const isGone = [...known.current].some((key) => !keys.has(key));
    known.current = keys;
    if (isGone) catchFocus(); // for instance when the pressed button disappeared with its transfer
    if (!isNew) return;
    // A transfer begins with a press further up the page, so the page shows where to watch it.
    watching.show(() => list.current?.children[begun]);
  }, [transfers.length, transfers[0]?.key]);
  if (transfers.length === 0) return null;
  return (
    <section class="transfers">
      <h2 id="transfers-title">{words.transfers}</h2>
      {asksForScreen && <p class="hint">{words.keepScreenOn}</p>}
      <ul ref={list} class="transfer-list" aria-labelledby="transfers-title">
        {cards.map((card) => (
          <Row key={card.key} card={card} calls={calls} />
        ))}
      </ul>
    </section>
  );
}

/** Drawn anew only when something of it has changed: others may move, and the list may be long. */
function Row({ card, calls }: Pick<Props, 'calls'> & { card: Card }) {
  const { transfers } = card;
  return useMemo(
    () =>
      transfers.length === 1 ? (
        <TransferItem transfer={transfers[0]} calls={calls} />
      ) : (
        <BatchItem card={card} calls={calls} />
      ),
    [calls, ...transfers],
  );
}

/** A finger or pointer on the list itself, on a button in it or to hold it, counts as watching. */
const ACTS = ['pointerdown', 'keydown', 'wheel', 'touchmove'] as const;
/** No scroll takes longer, in milliseconds. */
const SCROLL_MS = 1_000;

type Target = () => Element | null | undefined;

/** Keeps the shown element in view, as long as the person only watches it. */
function useWatching(list: { readonly current: Element | null }) {
  const target = useRef<Target | undefined>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const look = (): void => target.current?.()?.scrollIntoView({ block: 'nearest' });
  useEffect(() => {
    const acted = ({ type, target: on }: Event): void => {
      const holds = type === 'pointerdown' && on instanceof Node && list.current?.contains(on);
      if (!holds) target.current = undefined;
    };
    for (const act of ACTS) addEventListener(act, acted, { capture: true, passive: true });
    return () => {
      clearTimeout(timer.current);
      for (const act of ACTS) removeEventListener(act, acted, { capture: true });
    };
  }, []);
  return {
    show: (next: Target): void => {
      target.current = next;
      look();
      // A scroll ends where things were at its start, and the page may have grown above them since.
      clearTimeout(timer.current);
      timer.current = setTimeout(look, SCROLL_MS);
    },
  };
}
