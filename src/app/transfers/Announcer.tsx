/** Tells screen readers what changed. */
import { type ReadonlySignal, useComputed, useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { OfferView, TransferView } from '../../transfer/view.ts';
import { useLateText } from '../i18n/context.ts';
import { usePeople } from '../pieces/people.ts';
import { know, news } from './news.ts';
import { usePageTitle } from './usePageTitle.ts';

type Props = {
  /** Offers that the person is being asked about. */
  offers: readonly OfferView[];
  /** True when offers of strangers stand aside. */
  strangers: boolean;
  transfers: ReadonlySignal<readonly TransferView[]>;
};

export function Announcer({ offers, strangers, transfers }: Props) {
  const text = useLateText();
  const people = usePeople();
  const known = useRef(know([], transfers.peek()));
  const said = useSignal('');
  usePageTitle(offers.length > 0, transfers);
  // Progress is no news, and comes often.
  const phases = useComputed(() => transfers.value.map(({ key, phase }) => `${key} ${phase}`).join()).value;
  useEffect(() => {
    const sentences = news(known.current, offers, transfers.peek(), text, people);
    known.current = know(offers, transfers.peek());
    if (sentences.length > 0) said.value = sentences.join(' ');
  }, [offers, phases]);
  // Only once, however many more come: nobody may make a screen reader talk without end.
  useEffect(() => {
    if (strangers) said.value = text.words.strangers.say;
  }, [strangers]);
  return (
    <p class="hidden" aria-live="polite">
      {said.value}
    </p>
  );
}
