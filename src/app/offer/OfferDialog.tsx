/** Somebody wants to send something: who it is, what it is, and if the person accepts all, some or none of it. */
import { useSignal } from '@preact/signals';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { Attention, Ranges } from '../../protocol/peer.ts';
import { contentsOf } from '../../transfer/contents.ts';
import type { OfferView } from '../../transfer/view.ts';
import { useLateText } from '../i18n/context.ts';
import type { Model } from '../model/model.ts';
import { standingOf } from '../people/standing.ts';
import { PersonCard } from '../person/PersonCard.tsx';
import { useUp } from '../pieces/dialogs.ts';
import { countOf } from '../pieces/titles.ts';
import { useModal } from '../pieces/useModal.ts';
import { Answers } from './Answers.tsx';
import { OfferFiles, useSelection } from './OfferFiles.tsx';
import { Overview } from './Overview.tsx';
import { Sender } from './Sender.tsx';
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
  /** `isSaved`: what arrives is saved to the device as well. */
  onAccept: (files: Ranges, isSaved: boolean) => void;
  onAttention: (attention: Attention) => void;
  onDecline: () => void;
  onDeclineSender: () => void;
  /** Present when a person opened the dialog: it can be closed without an answer. */
  onLater?: () => void;
};

export function OfferDialog({ model, offer, isAlike, onAccept, onAttention, ...more }: Props) {
  const { onLater } = more;
  const text = useLateText();
  const { words, format } = text;
  useUp('offer');
  const dialog = useModal(onLater);
  const selection = useSelection(offer.entries);
  const contents = useMemo(() => contentsOf(offer.entries), [offer.entries]);
  const standing = standingOf(model.people, { id: offer.peer, name: offer.peerName });
  const pictures = usePictures(model, offer);
  const choosing = useOpener();
  const about = useOpener();
  useAttention(onAttention);
  return (
    <dialog ref={dialog} class="offer incoming" aria-labelledby="offer-title" aria-describedby="offer-who">
      <div class="offer-body">
        <h2 id="offer-title" class="label" tabIndex={-1}>
          {words.incoming}
        </h2>
        <Sender model={model} offer={offer} isAlike={isAlike} />
        <div ref={about.place}>
          {about.isOpen && <PersonCard model={model} somebody={{ id: offer.peer, name: offer.peerName }} />}
        </div>
        <p class="offer-sum">
          {countOf(contents, selection.files, text)} · {format.bytes(selection.bytes)}
        </p>
        <div ref={choosing.place} class="offer-contents">
          {choosing.isOpen ? (
            <OfferFiles selection={selection} pictures={pictures.shown ?? new Map()} />
          ) : (
            <Overview offer={offer} groups={selection.groups} pictures={pictures.shown} onLook={pictures.look} />
          )}
        </div>
        {offer.note !== undefined && (
          <p class="offer-note">
            <span class="hint">{words.offered.writes}</span> <q dir="auto">{offer.note}</q>
          </p>
        )}
        <p class="hint" role="status">
          {offer.isSilent ? words.senderSilent : words.nothingStored}
        </p>
        {offer.isFleeting && <p class="hint">{words.fleeting}</p>}
      </div>
      <Answers
        {...more}
        onLater={onLater}
        isDoubtful={isAlike || (standing.is === 'stranger' && standing.isNot !== undefined)}
        canAccept={!offer.isSilent && selection.files > 0}
        onAccept={(isSaved) => onAccept(selection.ranges, isSaved)}
        choosing={selection.groups.length > 1 ? choosing : undefined}
        about={about}
      />
    </dialog>
  );
}

/** The small pictures of an offer; `shown` is `undefined` until they are asked for. Those of known people are at once. */
function usePictures(model: Model, { key, pictures, isKnown, standsAside }: OfferView) {
  const isAsked = useSignal(false);
  const look = () => {
    isAsked.value = true;
    model.look(key);
  };
  useEffect(() => {
    if (pictures && isKnown && !standsAside && !isAsked.value) look();
  }, [isKnown]);
  return { look, shown: isAsked.value ? (model.pictures.value.get(key) ?? new Map()) : undefined };
}

/** Something that a button opens above it: the keyboard goes there. */
function useOpener() {
  const isOpen = useSignal(false);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!isOpen.value) return;
    place.current?.scrollIntoView({ block: 'nearest' });
    place.current?.querySelector<HTMLElement>('button, input')?.focus();
  }, [isOpen.value]);
  return {
    isOpen: isOpen.value,
    place,
    toggle: () => {
      isOpen.value = !isOpen.value;
    },
  };
}
