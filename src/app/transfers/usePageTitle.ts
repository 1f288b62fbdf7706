/** The page's title: it calls when something is offered, and says how far the running transfers have come. */
import { type ReadonlySignal, useComputed } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { isFlowing } from '../../transfer/about-view.ts';
import type { TransferView } from '../../transfer/view.ts';
import { useLateText } from '../i18n/context.ts';
import { plain } from '../i18n/plain.ts';
import { overallShare } from '../model/progress.ts';

const PRODUCT = 'Hikyaku';

/**
 * Time between two titles of running transfers, in milliseconds. A browser draws its own window anew for each, which
 * costs more than the page's rows do, and the title is for those who look at something else.
 */
const TITLE_MS = 3_000;

/** `isAsked`: the person is being asked about an offer. */
export function usePageTitle(isAsked: boolean, transfers: ReadonlySignal<readonly TransferView[]>): void {
  const { words, format } = useLateText();
  const isRunning = useComputed(() => transfers.value.some(isFlowing)).value;
  useEffect(() => {
    const show = () => {
      const share = overallShare(transfers.peek());
      const now = isAsked ? words.incoming : share === undefined ? undefined : format.percent(share);
      document.title = now === undefined ? PRODUCT : `${plain(now)} – ${PRODUCT}`;
    };
    show();
    if (isAsked || !isRunning) return;
    const timer = setInterval(show, TITLE_MS);
    return () => clearInterval(timer);
  }, [isAsked, isRunning, transfers, words, format]);
}
