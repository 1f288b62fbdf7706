/** Tells screen readers what changed, and puts the most important news into the page's title. */
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { OfferView, TransferView } from '../../transfer/view.ts';
import { useText } from '../i18n/context.ts';
import { overallShare } from '../model/progress.ts';
import { know, news } from './news.ts';

const PRODUCT = 'Hikyaku';

type Props = {
  /** Offers that the person is being asked about. */
  offers: readonly OfferView[];
  /** True when offers of strangers stand aside. */
  strangers: boolean;
  transfers: readonly TransferView[];
};

export function Announcer({ offers, strangers, transfers }: Props) {
  const text = useText();
  const known = useRef(know([], transfers));
  const said = useSignal('');
  useEffect(() => {
    const sentences = news(known.current, offers, transfers, text);
    known.current = know(offers, transfers);
    if (sentences.length > 0) said.value = sentences.join(' ');
  }, [offers, transfers]);
  // Only once, however many more come: nobody may make a screen reader talk without end.
  useEffect(() => {
    if (strangers) said.value = text.words.strangers.say;
  }, [strangers]);
  const share = overallShare(transfers);
  const now = offers.length > 0 ? text.words.incoming : share !== undefined ? text.format.percent(share) : undefined;
  const title = now === undefined ? PRODUCT : `${now} – ${PRODUCT}`;
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <p class="hidden" aria-live="polite">
      {said.value}
    </p>
  );
}
