/** Somebody wants to send something: asks if the person accepts all, some or none of it. */
import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import type { Attention, Ranges } from '../../protocol/peer.ts';
import { contentsOf } from '../../transfer/contents.ts';
import type { OfferView } from '../../transfer/view.ts';
import { useLateText } from '../i18n/context.ts';
import type { Model } from '../model/model.ts';
import type { Somebody } from '../people/standing.ts';
import { PersonCard } from '../person/PersonCard.tsx';
import { useUp } from '../pieces/dialogs.ts';
import { Icon } from '../pieces/icons.tsx';
import { countOf } from '../pieces/titles.ts';
import { useModal } from '../pieces/useModal.ts';
import { useSettled } from '../pieces/useSettled.ts';
import { NotThem, Who } from '../pieces/Who.tsx';
import { OfferFiles, useSelection } from './OfferFiles.tsx';
import { useAttention } from './useAttention.ts';

type Props = {
  model: Model;
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

export function OfferDialog({ model, offer, isAlike, waiting, onAccept, onAttention, onDecline, ...more }: Props) {
  const { onLater } = more;
  const text = useLateText();
  const { words, format } = text;
  const who = { id: offer.peer, name: offer.peerName };
  useUp('offer');
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
          <Who {...who} /> <span>{words.wantsToSend}</span>
        </p>
        <NotThem {...who} />
        {isAlike && <p class="offer-alike">{words.alike}</p>}
        <Sender model={model} who={who} />
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
            {format.count(text.words.declineAllOf, more.ofSender)}
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

/** Who the sender is, and what can be done about them, for those who want to know before they answer. */
function Sender({ model, who }: { model: Model; who: Somebody }) {
  const { words } = useLateText();
  const isOpen = useSignal(false);
  return (
    <>
      <button
        class="button quiet about-sender"
        type="button"
        aria-expanded={isOpen.value}
        onClick={() => {
          isOpen.value = !isOpen.value;
        }}
      >
        <Icon name="person" />
        {words.aboutSender}
      </button>
      {isOpen.value && <PersonCard model={model} somebody={who} />}
    </>
  );
}
