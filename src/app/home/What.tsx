/** What to send, beside the people: chosen or shared files, and those that are left out. */
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { chosenOf } from '../arrivals/shared-text.ts';
import { useArrivedText, useText } from '../i18n/context.ts';
import type { Choosing } from '../send/choosing.ts';
import type { Shell } from '../shell/shell.ts';

type Props = {
  arrivals: Shell['arrivals'];
  /** Choosing and what is chosen, where they are not at the lower edge. */
  choose: ComponentChildren;
  /** Stand beside the chosen files. */
  asides: ComponentChildren;
  /** What is said of the last choice, where it does not stand below the people. */
  told: ComponentChildren;
};

export function What({ arrivals, choose, asides, told }: Props) {
  const words = useArrivedText()?.words;
  return (
    <section class="what">
      {choose}
      {words && arrivals.isLost.value && (
        <p class="hint" role="alert">
          {words.shareLost}
        </p>
      )}
      {told}
      {asides}
    </section>
  );
}

/** Files from elsewhere are examined like files that were chosen here. */
export function useArrived({ arrivals, choosing }: { arrivals: Shell['arrivals']; choosing: Choosing }): void {
  const { words } = useText();
  const waiting = arrivals.waiting.value;
  useEffect(() => {
    if (waiting.length === 0) return;
    choosing.add(arrivals.take().map((it) => chosenOf(it, words.shell.sharedText)));
  }, [waiting]);
}
