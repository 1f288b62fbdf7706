/** The answers to an offer, always in sight, and beneath them what a person may want to know or choose first. */
import { useLateText } from '../i18n/context.ts';
import { Icon } from '../pieces/icons.tsx';
import { useSettled } from '../pieces/useSettled.ts';
import { canSaveOnArrival } from '../saving/on-arrival.ts';
import { useRoom } from './useRoom.ts';

type Props = {
  /** Accepting leads somewhere: the sender answers, and something is chosen. */
  canAccept: boolean;
  /** The name is that of somebody else, or like it: no answer is put forward. */
  isDoubtful: boolean;
  /** How many offers of the same sender wait, this one included; and how many of all behind this one. */
  ofSender: number;
  waiting: number;
  /** `isSaved`: what arrives is saved to the device without another press. */
  onAccept: (isSaved: boolean) => void;
  onDecline: () => void;
  onDeclineSender: () => void;
  onLater: (() => void) | undefined;
  /** Absent when there is one file only. */
  choosing: { readonly isOpen: boolean; readonly toggle: () => void } | undefined;
  about: { readonly isOpen: boolean; readonly toggle: () => void };
};

export function Answers({ canAccept, isDoubtful, ofSender, waiting, choosing, about, onLater, ...press }: Props) {
  const { words, format } = useLateText();
  const said = words.offered;
  const { place, room } = useRoom();
  const settled = useSettled();
  const isReady = settled && canAccept;
  return (
    <div ref={place} class="offer-answer" data-room={room.value}>
      <div class="offer-answers">
        {canSaveOnArrival && (
          <button
            class={`button big save-too${isDoubtful ? '' : ' primary'}`}
            type="button"
            disabled={!isReady}
            onClick={() => press.onAccept(true)}
          >
            <Icon name="save" />
            {said.receiveAndSave}
          </button>
        )}
        <button
          class={`button big${canSaveOnArrival || isDoubtful ? '' : ' primary'}`}
          type="button"
          disabled={!isReady}
          onClick={() => press.onAccept(false)}
        >
          <Icon name="check" />
          {words.accept}
        </button>
        <button class="button big" type="button" disabled={!settled} onClick={press.onDecline}>
          <Icon name="cross" />
          {words.decline}
        </button>
      </div>
      <div class="offer-more">
        {choosing && <Opener {...choosing} label={said.chooseSome} icon="table" />}
        <Opener {...about} label={words.aboutSender} icon="person" />
        {ofSender > 1 && (
          <button class="button quiet" type="button" disabled={!settled} onClick={press.onDeclineSender}>
            {format.count(words.declineAllOf, ofSender)}
          </button>
        )}
        {onLater && (
          <button class="button quiet" type="button" onClick={onLater}>
            {words.strangers.later}
          </button>
        )}
      </div>
      {waiting > 0 && <p class="hint">{format.count(words.waitingOffers, waiting)}</p>}
    </div>
  );
}

type OpenerProps = { isOpen: boolean; toggle: () => void; label: string; icon: 'table' | 'person' };

function Opener({ isOpen, toggle, label, icon }: OpenerProps) {
  return (
    <button class="button quiet" type="button" aria-expanded={isOpen} onClick={toggle}>
      <Icon name={icon} />
      {label}
    </button>
  );
}
