/** What to send: chosen, dropped or shared files, and those that are left out. */
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { chosenOf } from '../arrivals/shared-text.ts';
import { useText } from '../i18n/context.ts';
import type { Choosing } from '../send/choosing.ts';
import type { Compose } from '../send/compose.ts';
import type { Departure } from '../send/departures.ts';
import { Tray } from '../send/Tray.tsx';
import type { Shell } from '../shell/shell.ts';

type Props = {
  arrivals: Shell['arrivals'];
  compose: Compose;
  choosing: Choosing;
  /** The buttons for choosing, where they are not at the lower edge. */
  choose: ComponentChildren;
  /** Stand beside the chosen files. */
  asides: ComponentChildren;
  /** Shown in place of chosen files while there are none. */
  leaving: Departure | undefined;
};

export function What({ arrivals, compose, choosing, choose, asides, leaving }: Props) {
  const { words } = useText();
  const files = leaving?.files ?? compose.files.value;
  return (
    <section class="what">
      {choose}
      {arrivals.isLost.value && (
        <p class="hint" role="alert">
          {words.shell.shareLost}
        </p>
      )}
      {choosing.isLooking.value && <Tray files={choosing.unexamined.value} />}
      {asides}
      {files.length > 0 && <Tray files={files} isLeaving={leaving !== undefined} actions={compose} />}
    </section>
  );
}

/** Files from elsewhere are examined like files that were chosen here. */
export function useArrived({ arrivals, choosing }: Pick<Props, 'arrivals' | 'choosing'>): void {
  const { words } = useText();
  const waiting = arrivals.waiting.value;
  useEffect(() => {
    if (waiting.length === 0) return;
    choosing.add(arrivals.take().map((it) => chosenOf(it, words.shell.sharedText)));
  }, [waiting]);
}
