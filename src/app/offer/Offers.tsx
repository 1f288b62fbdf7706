/** The offers of others: which one is asked about now, which wait aside, what is announced, and when it rings. */
import { useSignal } from '@preact/signals';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { OfferView, TransferKey } from '../../transfer/view.ts';
import { declinesWhenClosed } from '../closed/keep-out.ts';
import type { Model } from '../model/model.ts';
import { confusable } from '../people/standing.ts';
import { isUp } from '../pieces/dialogs.ts';
import { saveOnArrival } from '../saving/on-arrival.ts';
import type { Notices } from '../shell/notices.ts';
import { Announcer } from '../transfers/Announcer.tsx';
import { watchOffers } from './calm.ts';
import { Doorbell } from './Doorbell.tsx';
import { Gone, unanswered } from './Gone.tsx';
import { OfferDialog } from './OfferDialog.tsx';
import { Strangers } from './Strangers.tsx';
import '../styles/offer.css';
import '../styles/incoming.css'; // after what it adds to
import '../styles/strangers.css';

export function Offers({ model, notices }: { model: Model; notices: Notices }) {
  const watched = useMemo(() => watchOffers(model.offers, () => performance.now()), [model]);
  const looked = useSignal<TransferKey | undefined>(undefined);
  const { inFront, aside } = watched.arranged.value;
  // An offer that the person opened waits for those in front, and comes back after them.
  const next = inFront[0] ?? aside.find(({ key }) => key === looked.value);
  const offer = useUncovered(next, [...inFront, ...aside]);
  const ofSender = [...inFront, ...aside].filter(({ peer }) => peer === offer?.peer);
  const gone = useGone(offer, model);
  const decline = (key: TransferKey) => {
    gone.forget();
    watched.answered(key, 'declined');
    model.decline(key);
  };
  useEffect(() => declinesWhenClosed(model, decline), [model]);
  const onArrival = useMemo(() => saveOnArrival(model), [model]);
  useEffect(() => onArrival.stop, [onArrival]);
  return (
    <>
      <Announcer offers={inFront} strangers={aside.length > 0} transfers={model.transfers} />
      <Doorbell offers={inFront} notices={notices} />
      {aside.length > 0 && (
        <Strangers
          offers={aside}
          onLook={(key) => {
            looked.value = key;
          }}
          onDeclineAll={() => {
            for (const { key } of aside) decline(key);
          }}
          onKeepOut={() => model.closed.begin()}
        />
      )}
      {gone.shown && <Gone key={gone.shown.offer.key} {...gone.shown} />}
      {offer && (
        <OfferDialog
          key={offer.key}
          model={model}
          offer={offer}
          isAlike={isLikeOther(offer, model)}
          waiting={Math.max(0, inFront.length - 1)}
          onAccept={(files, isSaved) => {
            gone.forget();
            watched.answered(offer.key, 'accepted');
            if (isSaved) onArrival.add(offer.key);
            model.accept(offer.key, files);
          }}
          onAttention={(attention) => model.notice(offer.key, attention)}
          onDecline={() => decline(offer.key)}
          ofSender={ofSender.length}
          onDeclineSender={() => {
            for (const { key } of ofSender) decline(key);
          }}
          {...(aside.includes(offer) && {
            onLater: () => {
              looked.value = undefined;
            },
          })}
        />
      )}
    </>
  );
}

/**
 * Which offer has its dialog now: `next`; but none comes up over two people who make sure of each other, where its buttons
 * would lie below their fingers. The one from which they began that stays beneath.
 */
function useUncovered(next: OfferView | undefined, all: readonly OfferView[]): OfferView | undefined {
  const shown = useRef<TransferKey | undefined>(undefined);
  if (!isUp.makeSure.value) shown.current = next?.key;
  return all.find(({ key }) => key === shown.current);
}

/** The offer that was asked about a moment ago, when it has vanished without an answer of the person here. */
function useGone(offer: OfferView | undefined, { transfers, people }: Model) {
  const asked = useSignal<OfferView | undefined>(undefined);
  const answered = useRef<TransferKey | undefined>(undefined);
  useEffect(() => {
    if (offer && offer.key !== answered.current) asked.value = offer;
  }, [offer]);
  const forget = () => {
    answered.current = offer?.key;
    asked.value = undefined;
  };
  const before = offer || (asked.value && people.isBlocked(asked.value.peer)) ? undefined : asked.value;
  const end = before && unanswered(transfers.value.find(({ key }) => key === before.key));
  return { forget, shown: before && end ? { offer: before, end, onClose: forget } : undefined };
}

/** True when the name of the offering person may be confused with another one's here, or with the own one. */
function isLikeOther({ peer, peerName }: OfferView, { devices, people, ownName }: Model): boolean {
  const others = devices.value.filter(({ id }) => id !== peer && !people.isBlocked(id));
  return confusable(people, [...others, { id: peer, name: peerName }], ownName.value).has(peer);
}
