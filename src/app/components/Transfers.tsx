/** What is on its way and what has ended, newest first, until a person takes it off the list. */
import { useEffect, useRef } from 'preact/hooks';
import type { TransferKey, TransferView } from '../../transfer/view.ts';
import { useText } from '../i18n/context.ts';
import { catchFocus } from './focus.ts';
import { saveId } from './SaveButtons.tsx';
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
  const isWatching = useWatching(list);
  useEffect(() => {
    const keys = new Set(transfers.map(({ key }) => key));
    const isNew = [...keys].some((key) => !known.current.has(key));
    const isGone = [...known.current].some((key) => !keys.has(key));
    known.current = keys;
    if (isGone) catchFocus(); // as when the button that was pressed went with its transfer
    if (!isNew) return;
    // A transfer begins with a press further up the page: show where to watch it.
    list.current?.firstElementChild?.scrollIntoView({ block: 'nearest' });
    isWatching.current = true;
  }, [transfers.length, transfers[0]?.key]);
  useEffect(() => {
    // Who has only watched since is shown the button; who does something else gets the bar, and nothing moves.
    const [newest] = arrived;
    if (newest && isWatching.current) document.getElementById(saveId(newest))?.scrollIntoView({ block: 'nearest' });
  }, [arrived[0]?.key]);
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

const ACTS = ['pointerdown', 'keydown', 'wheel', 'touchmove'] as const;

/** Whether the person has done nothing but watch the list since this was set to true. */
function useWatching(list: { readonly current: Element | null }) {
  const isWatching = useRef(false);
  useEffect(() => {
    const acted = ({ target }: Event): void => {
      const isHere = target instanceof Node && list.current?.contains(target);
      if (!isHere) isWatching.current = false;
    };
    for (const act of ACTS) addEventListener(act, acted, { capture: true, passive: true });
    return () => {
      for (const act of ACTS) removeEventListener(act, acted, { capture: true });
    };
  }, []);
  return isWatching;
}
