/** Somebody wants to send something: asks if the person accepts all, some or none of it. */
import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { Attention, Ranges } from '../../protocol/peer.ts';
import { contentsOf } from '../../transfer/contents.ts';
import type { OfferView } from '../../transfer/view.ts';
import { useText } from '../i18n/context.ts';
import { Icon } from '../pieces/icons.tsx';
import { Name } from '../pieces/Name.tsx';
import { PersonMark } from '../pieces/PersonMark.tsx';
import { countOf } from '../pieces/titles.ts';
import { useModal } from '../pieces/useModal.ts';
import { OfferFiles, useSelection } from './OfferFiles.tsx';
import { useAttention } from './useAttention.ts';
import { offerWords } from './words.ts';

/** The buttons are disabled this long, so that a tap meant for the page beneath is no answer. In milliseconds. */
const SETTLE_MS = 350;

type Props = {
  offer: OfferView;
  /** Another device here has a name similar to the sender's. */
  isAlike: boolean;
  /** How many more offers wait behind this one. */
  waiting: number;
  /** How many offers of the same sender wait, this one included. */
  ofSender: number;
  onAccept: (files: Ranges) => void;
  onAttention: (attention: Attention) => void;
  onDecline: () => void;
  onDeclineSender: () => void;
  /** Present when a person opened the dialog: it can be closed without an answer. */
  onLater?: () => void;
};

export function OfferDialog({ offer, isAlike, waiting, onAccept, onAttention, onDecline, onLater, ...more }: Props) {
  const text = useText();
  const { words, format } = text;
  const dialog = useModal(onLater);
  const settled = useSettled();
  const selection = useSelection(offer.entries);
  const contents = useMemo(() => contentsOf(offer.entries), [offer.entries]);
  useAttention(onAttention);
  return (
    <dialog ref={dialog} class="offer" aria-labelledby="offer-title" aria-describedby="offer-who">
      <div class="offer-body">
        <h2 id="offer-title" class="label" tabIndex={-1}>
          {words.incoming}
        </h2>
        <p id="offer-who" class="offer-who">
          <strong>
            <Name of={offer.peerName} />
          </strong>{' '}
          <PersonMark of={offer.peer} /> <span>{words.wantsToSend}</span>
        </p>
        {isAlike && <p class="offer-alike">{words.alike}</p>}
        <p class="offer-sum">
          {countOf(contents, selection.files, text)} · {format.bytes(selection.bytes)}
        </p>
        <OfferFiles selection={selection} />
        <p class="hint" role="status">
          {offer.isSilent ? words.senderSilent : words.nothingStored}
        </p>
        {offer.isFleeting && <p class="hint">{words.fleeting}</p>}
      </div>
      <div class="offer-answer">
        <div class="actions">
          <button
            class="button primary big"
            type="button"
            disabled={!settled || offer.isSilent || selection.files === 0}
            onClick={() => onAccept(selection.ranges)}
          >
            <Icon name="check" />
            {words.accept}
          </button>
          <button class="button big" type="button" disabled={!settled} onClick={onDecline}>
            {words.decline}
          </button>
        </div>
        {more.ofSender > 1 && (
          <button class="button quiet" type="button" disabled={!settled} onClick={more.onDeclineSender}>
            {format.count(offerWords[text.tag].declineAllOf, more.ofSender)}
          </button>
        )}
        {onLater && (
          <button class="button quiet" type="button" onClick={onLater}>
            {words.strangers.later}
          </button>
        )}
        {waiting > 0 && <p class="hint">{format.count(words.waitingOffers, waiting)}</p>}
      </div>
    </dialog>
  );
}

function useSettled(): boolean {
  const settled = useSignal(false);
  useEffect(() => {
    const timer = setTimeout(() => {
      settled.value = true;
    }, SETTLE_MS);
    return () => clearTimeout(timer);
  }, []);
  return settled.value;
}
