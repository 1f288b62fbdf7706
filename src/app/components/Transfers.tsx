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

const ACTS = ['pointerdown', 'keydown', 'wheel', 'touchmove'] as const;

type Target = () => Element | null | undefined;

/**
 * What is shown to the person, for as long as they do nothing but watch it. Meanwhile it stays on the screen when the page
 * grows or shrinks above it: a scroll under way would end where it had been, and Safari 15 does not anchor a page.
 */
function useWatching(list: { readonly current: Element | null }) {
  const target = useRef<Target | undefined>(undefined);
  const look = (): void => target.current?.()?.scrollIntoView({ block: 'nearest' });
  useEffect(() => {
    const acted = ({ target: on }: Event): void => {
      const isHere = on instanceof Node && list.current?.contains(on);
      if (!isHere) target.current = undefined;
    };
    const grown = new ResizeObserver(look);
    grown.observe(document.body);
    for (const act of ACTS) addEventListener(act, acted, { capture: true, passive: true });
    return () => {
      grown.disconnect();
      for (const act of ACTS) removeEventListener(act, acted, { capture: true });
    };
  }, []);
  return {
    isOn: () => target.current !== undefined,
    show: (next: Target): void => {
      target.current = next;
      look();
    },
  };
}
