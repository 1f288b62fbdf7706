/** What is on its way and what has ended, newest first, until a person takes it off the list. */
import { useEffect, useRef } from 'preact/hooks';
import type { TransferKey, TransferView } from '../../transfer/view.ts';
import { useText } from '../i18n/context.ts';
import { catchFocus } from '../pieces/focus.ts';
import { saveId } from '../saving/SaveButtons.tsx';
import type { TransferCalls } from './TransferActions.tsx';
import { TransferItem } from './TransferItem.tsx';

type Props = {
  transfers: readonly TransferView[];
  /** Those that arrived just now and wait to be saved, newest first. */
  arrived: readonly TransferView[];
  calls: TransferCalls;
  /** Something is on its way, and nothing but a person keeps the screen on. */
  asksForScreen: boolean;
};

export function Transfers({ transfers, arrived, calls, asksForScreen }: Props) {
  const { words } = useText();
  const list = useRef<HTMLUListElement>(null);
  const known = useRef<ReadonlySet<TransferKey>>(new Set());
  const watching = useWatching(list);
  const [newest] = arrived;
  useEffect(() => {
    const keys = new Set(transfers.map(({ key }) => key));
    const isNew = [...keys].some((key) => !known.current.has(key));
    const isGone = [...known.current].some((key) => !keys.has(key));
    known.current = keys;
    if (isGone) catchFocus(); // as when the button that was pressed went with its transfer
    if (!isNew) return;
    // A transfer begins with a press further up the page: show where to watch it.
    watching.show(() => list.current?.firstElementChild);
  }, [transfers.length, transfers[0]?.key]);
  useEffect(() => {
    // Who has only watched since is shown the button; who does something else gets the bar, and nothing moves.
    if (newest && watching.isOn()) watching.show(() => document.getElementById(saveId(newest)));
  }, [newest?.key]);
  if (transfers.length === 0) return null;
  return (
    <section class="transfers">
      <h2 id="transfers-title">{words.transfers}</h2>
      {asksForScreen && <p class="hint">{words.keepScreenOn}</p>}
      <ul ref={list} class="transfer-list" aria-labelledby="transfers-title">
        {transfers.map((transfer) => (
          <TransferItem key={transfer.key} transfer={transfer} calls={calls} />
        ))}
      </ul>
    </section>
  );
}

/** A finger or a pointer that comes down on the list itself, on a button of it or to hold it, only watches. */
const ACTS = ['pointerdown', 'keydown', 'wheel', 'touchmove'] as const;
/** A scroll takes no longer, in milliseconds. */
const SCROLL_MS = 1_000;

type Target = () => Element | null | undefined;

/** What is shown to the person, for as long as they do nothing but watch it. */
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
    isOn: () => target.current !== undefined,
    show: (next: Target): void => {
      target.current = next;
      look();
      // A scroll ends where things were when it began, and the page may have grown above them since.
      clearTimeout(timer.current);
      timer.current = setTimeout(look, SCROLL_MS);
    },
  };
}
