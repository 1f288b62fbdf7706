/**
 * Something has arrived while the person looks: what it is, from whom, and one button that puts it on the device.
 *
 * It is a dialog that is not modal, and it takes the focus only from nowhere (the page itself, or a heading where the focus
 * was put when a button went away). It comes by itself, at a moment that the person did not choose: whoever reads or is on
 * the way with the Tab key goes on undisturbed, hears of it from the live region, and finds it last on the page. A modal one
 * would take the page away from them. Nothing is lost by not answering: it stays among the received files.
 */
import { useEffect, useId, useRef } from 'preact/hooks';
import type { TransferView } from '../../transfer/view.ts';
import { useLateText } from '../i18n/context.ts';
import { fill } from '../i18n/format.ts';
import { catchFocus } from '../pieces/focus.ts';
import { Icon } from '../pieces/icons.tsx';
import { Phrase } from '../pieces/Phrase.tsx';
import { spokenOf, usePeople } from '../pieces/people.ts';
import { Title } from '../pieces/Title.tsx';
import { titleOf } from '../pieces/titles.ts';
import { useSettled } from '../pieces/useSettled.ts';
import { NotThem, Who } from '../pieces/Who.tsx';
import { Badge } from '../saving/Badge.tsx';
import { mainSave, zipSave } from '../saving/saving.ts';
import { useSaving } from '../saving/useSaving.tsx';
import type { OngoingCalls } from './Ongoing.tsx';
import { Pictures } from './Pictures.tsx';
import { useSaveWords } from './useSaveWords.ts';

type Props = {
  transfer: TransferView;
  /** How many more wait behind it. */
  more: number;
  calls: OngoingCalls;
  onClose: (why: 'later' | 'done') => void;
};

export function ArrivalSheet({ transfer, more, calls, onClose }: Props) {
  const text = useLateText();
  const { words, format } = text;
  const said = words.ongoing;
  const people = usePeople();
  const who = { id: transfer.peer, name: transfer.peerName };
  const about = useId();
  const sheet = useSheet(() => onClose('later'));
  const spoken = { title: titleOf(transfer, text), name: spokenOf(people, who, words) };
  return (
    <section
      ref={sheet}
      class="arrival"
      role="dialog"
      aria-label={fill(said.arrived, spoken)}
      aria-describedby={about}
      tabIndex={-1}
    >
      <div class="arrival-what">
        <Pictures transfer={transfer} calls={calls} />
        <div id={about} class="arrival-text">
          <h2 class="label">{words.inbox.where.arrived}</h2>
          <p class="arrival-title">
            <Title transfer={transfer} />
          </p>
          <p>
            <Phrase text={words.from}>
              <Who {...who} />
            </Phrase>
          </p>
          <NotThem {...who} />
          <p class="arrival-facts">
            <span class="figures">{format.bytes(transfer.totalBytes)}</span> <Badge transfer={transfer} />
          </p>
        </div>
      </div>
      <Answers transfer={transfer} calls={calls} onClose={onClose} />
      {more > 0 && <p class="hint">{format.count(said.more, more)}</p>}
    </section>
  );
}

function Answers({ transfer, calls, onClose }: Omit<Props, 'more'>) {
  const { words } = useLateText();
  const said = words.ongoing;
  const main = mainSave(transfer, calls);
  const saving = useSaving(transfer, {
    main,
    confirm: (files) => calls.confirm(transfer.key, files),
  });
  const isSettled = useSettled();
  const label = useSaveWords(transfer);
  const close = useRef<HTMLButtonElement>(null);
  const isBegun = saving.isRunning || saving.isGiven;
  useEffect(() => {
    // The pressed button is gone with what it began.
    if (isBegun && document.activeElement === document.body) close.current?.focus({ preventScroll: true });
  }, [isBegun]);
  return (
    <>
      <div class="save">{saving.outcome}</div>
      <div class="arrival-answers">
        {!isBegun && (
          <button
            class="button roomy primary big"
            type="button"
            disabled={!isSettled}
            aria-label={label.spoken}
            onClick={() => void saving.run(main)}
          >
            <Icon name="save" />
            <span>{label.shown}</span>
          </button>
        )}
        {!isBegun && transfer.files > 1 && !main.isZip && (
          <button
            class="button"
            type="button"
            disabled={!isSettled}
            onClick={() => void saving.run(zipSave(transfer, calls))}
          >
            <Icon name="archive" />
            <span>{words.saveZip}</span>
          </button>
        )}
        <button
          ref={close}
          class="button"
          type="button"
          disabled={!isSettled}
          onClick={() => onClose(saving.isGiven ? 'done' : 'later')}
        >
          {saving.isGiven ? said.close : said.later}
        </button>
      </div>
      {!isBegun && <p class="hint stays">{fill(said.stays, { received: words.received })}</p>}
    </>
  );
}

/** Takes the focus from nowhere and gives it back; Escape within it means "later". Its height is kept in `--sheet`. */
function useSheet(later: () => void) {
  const sheet = useRef<HTMLElement>(null);
  const onLater = useRef(later);
  onLater.current = later;
  useEffect(() => {
    const element = sheet.current;
    if (!element) return;
    const before = document.activeElement;
    const isParked = before instanceof HTMLElement && before.tabIndex < 0;
    if (before === null || before === document.body || isParked) element.focus({ preventScroll: true });
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      event.preventDefault(); // it undoes nothing else
      onLater.current();
    };
    element.addEventListener('keydown', onKey);
    const { style } = document.documentElement;
    const observer = new ResizeObserver(() => style.setProperty('--sheet', `${element.offsetHeight}px`));
    observer.observe(element);
    return () => {
      element.removeEventListener('keydown', onKey);
      observer.disconnect();
      style.removeProperty('--sheet');
      const isWithin = element.contains(document.activeElement);
      requestAnimationFrame(() => {
        if (isWithin && before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
        catchFocus();
      });
    };
  }, []);
  return sheet;
}
