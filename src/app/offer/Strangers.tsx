/**
 * Offers of strangers, after one of them was declined: their number, at the lower edge of the screen, where it moves
 * nothing that a finger is about to touch. When opened, each of them; the person can read one, or decline all.
 */
import { useSignal } from '@preact/signals';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import type { OfferView, TransferKey } from '../../transfer/view.ts';
import { useLateText } from '../i18n/context.ts';
import { fill } from '../i18n/format.ts';
import { Icon } from '../pieces/icons.tsx';
import { spokenOf, usePeople } from '../pieces/people.ts';
import { NotThem, Who } from '../pieces/Who.tsx';

type Props = {
  offers: readonly OfferView[];
  onLook: (key: TransferKey) => void;
  onDeclineAll: () => void;
  /** Declines what strangers have asked, and lets none ask for an hour. Known people who stand aside stay. */
  onKeepOut: () => void;
};

export function Strangers({ offers, onLook, onDeclineAll, onKeepOut }: Props) {
  const { words, format } = useLateText();
  const acquainted = usePeople();
  const isOpen = useSignal(false);
  const section = useSection();
  const id = useId();
  const people = new Set(offers.map(({ peer }) => peer)).size;
  return (
    <section ref={section} class="strangers" aria-labelledby={`${id}-title`}>
      <button
        id={`${id}-title`}
        class="strangers-title"
        type="button"
        aria-expanded={isOpen.value}
        aria-controls={`${id}-list`}
        onClick={() => {
          isOpen.value = !isOpen.value;
        }}
      >
        <Icon name="people" />
        <span>{format.count(words.strangers.ask, people)}</span>
        <Icon name={isOpen.value ? 'down' : 'up'} />
      </button>
      <div id={`${id}-list`} class="strangers-list" hidden={!isOpen.value}>
        <p class="hint">{words.strangers.help}</p>
        <ul class="rows" aria-labelledby={`${id}-title`}>
          {offers.map((offer) => (
            <li key={offer.key} class="row">
              <p class="group-text">
                <Who id={offer.peer} name={offer.peerName} />{' '}
                <span class="figures">
                  {format.count(words.files, offer.entries.length)} · {format.bytes(offer.totalBytes)}
                </span>
              </p>
              <NotThem id={offer.peer} name={offer.peerName} />
              <button
                class="button"
                type="button"
                aria-label={fill(words.strangers.lookAt, {
                  name: spokenOf(acquainted, { id: offer.peer, name: offer.peerName }, words),
                })}
                onClick={() => onLook(offer.key)}
              >
                {words.strangers.look}
              </button>
            </li>
          ))}
        </ul>
        <button class="button quiet" type="button" onClick={onDeclineAll}>
          {words.strangers.declineAll}
        </button>
        <button class="button quiet" type="button" onClick={onKeepOut}>
          {words.closed.close}
        </button>
      </div>
    </section>
  );
}

/**
 * Keeps the focused element, and what sticks to the same edge, from being covered by the section; returns the focus
 * when it goes.
 */
function useSection() {
  const ref = useRef<HTMLElement>(null);
  // Before the section leaves the page: an effect afterwards would be too late when a dialog has just closed and checks
  // in the next frame if the focus was lost.
  useLayoutEffect(() => {
    const root = document.documentElement;
    const title = ref.current?.querySelector('button');
    const section = ref.current;
    root.style.setProperty('--strangers', `${title?.offsetHeight ?? 0}px`);
    return () => {
      root.style.removeProperty('--strangers');
      const main = document.querySelector('main');
      // A removed element takes the focus with it, and a keyboard would start again at the top.
      if (main && (document.activeElement === document.body || section?.contains(document.activeElement))) {
        main.tabIndex = -1;
        main.focus({ preventScroll: true });
      }
    };
  }, []);
  return ref;
}
