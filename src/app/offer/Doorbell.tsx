/** Rings when an offer comes; while nobody looks at the page with a system notice, if the person agreed to that. */
import { useEffect, useRef } from 'preact/hooks';
import { summaryOf } from '../../transfer/contents.ts';
import type { OfferView, TransferKey } from '../../transfer/view.ts';
import { bell } from '../chime/bell.ts';
import { useLateText } from '../i18n/context.ts';
import { fill } from '../i18n/format.ts';
import { spokenOf, usePeople } from '../pieces/people.ts';
import { datedOf } from '../pieces/titles.ts';
import type { Notices } from '../shell/notices.ts';

export function Doorbell({ offers, notices }: { offers: readonly OfferView[]; notices: Notices }) {
  const text = useLateText();
  const { words } = text;
  const people = usePeople();
  const known = useRef<ReadonlySet<TransferKey>>(new Set());
  useEffect(() => {
    const newest = offers.filter(({ key }) => !known.current.has(key)).at(-1);
    known.current = new Set(offers.map(({ key }) => key));
    const isTold = document.visibilityState === 'hidden' && notices.consent.value === 'on';
    if (newest) bell.ring('offer', isTold);
    if (offers.length === 0) void notices.clear();
    else if (newest && isTold)
      void notices.show(
        words.incoming,
        fill(words.sayOffer, {
          name: spokenOf(people, { id: newest.peer, name: newest.peerName }, words),
          files: datedOf(summaryOf(newest.entries), text),
        }),
      );
  }, [offers]);
  useEffect(() => {
    const seen = () => document.visibilityState === 'visible' && void notices.clear();
    document.addEventListener('visibilitychange', seen);
    return () => document.removeEventListener('visibilitychange', seen);
  }, [notices]);
  return null;
}
