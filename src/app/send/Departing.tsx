/**
 * Says what is about to leave and for whom, with a way to stop it. The seconds are in words, so that nothing needs to
 * move; Escape undoes, because four seconds are too short to get here with the Tab key.
 */
import { type Signal, useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { useLateText } from '../i18n/context.ts';
import { fill } from '../i18n/format.ts';
import type { Model } from '../model/model.ts';
import type { Listed } from '../model/presence.ts';
import { catchFocusSoon } from '../pieces/focus.ts';
import { isWriting } from '../pieces/is-writing.ts';
import { Phrase } from '../pieces/Phrase.tsx';
import { usePeople } from '../pieces/people.ts';
import { summaryOfChosen, titleOf } from '../pieces/titles.ts';
import { useSettled } from '../pieces/useSettled.ts';
import { Who } from '../pieces/Who.tsx';
import { Thumbnail } from '../preview/Thumbnail.tsx';
import { AskName } from './AskName.tsx';
import type { Compose } from './compose.ts';
import type { Departure } from './departures.ts';
import { Note } from './Note.tsx';
import { FEW, namesOf, toNames, toPeople } from './whom.ts';

type Props = {
  compose: Compose;
  devices: readonly Listed[];
  model: Pick<Model, 'ownName' | 'asksName' | 'nameAsked' | 'rename'>;
};

export function Departing({ compose, devices, model }: Props) {
  const { departures, undo } = compose;
  const waiting = departures.waiting.value;
  const bar = useRef<HTMLDivElement>(null);
  const isAsking = useNameQuestion(model, waiting.length > 0);
  useEffect(() => {
    const isInBar = ({ target }: Event) => target instanceof Node && bar.current?.contains(target) === true;
    // A person who has reached the buttons with the Tab key is about to decide. A tap also gives the focus, but is
    // itself the decision.
    const onKeyUp = (event: KeyboardEvent): void => {
      if (event.key === 'Tab') departures.hold(isInBar(event));
    };
    const onFocusOut = (event: FocusEvent): void => {
      if (isInBar(event)) departures.hold(false);
    };
    const onKey = (event: KeyboardEvent): void => {
      // An open dialog uses Escape itself, and so does a word that is being composed.
      if (event.key !== 'Escape' || event.defaultPrevented || isWriting(event)) return;
      undo();
      catchFocusSoon();
    };
    addEventListener('keydown', onKey);
    addEventListener('keyup', onKeyUp);
    addEventListener('focusout', onFocusOut);
    return () => {
      removeEventListener('keydown', onKey);
      removeEventListener('keyup', onKeyUp);
      removeEventListener('focusout', onFocusOut);
    };
  }, [compose]);
  return (
    <>
      <Said waiting={waiting} />
      {waiting.length > 0 && (
        <div class="departing" ref={bar}>
          {isAsking.value && (
            <AskName
              name={model.ownName.value}
              departures={departures}
              onRename={model.rename}
              onDismiss={() => {
                isAsking.value = false;
              }}
            />
          )}
          {waiting.map((departure) => (
            <Row
              key={departure.number}
              departure={departure}
              devices={devices}
              onUndo={() => {
                undo(departure.number);
                catchFocusSoon();
              }}
              onLeave={() => {
                departures.leaveNow(departure.number);
                catchFocusSoon();
              }}
            >
              <Note number={departure.number} written={departure.note ?? ''} departures={departures} />
            </Row>
          ))}
        </div>
      )}
    </>
  );
}

/** True from the first departure of a person who was never asked, until everything has left. */
function useNameQuestion({ asksName, nameAsked }: Props['model'], isLeaving: boolean): Signal<boolean> {
  const isAsking = useSignal(false);
  useEffect(() => {
    isAsking.value = isLeaving && asksName.value;
    if (isAsking.value) nameAsked();
  }, [isLeaving]);
  return isAsking;
}

type RowProps = {
  departure: Departure;
  devices: readonly Listed[];
  onUndo: () => void;
  onLeave: () => void;
  /** What can be written to them. */
  children: ComponentChildren;
};

function Row({ departure, devices, onUndo, onLeave, children }: RowProps) {
  const text = useLateText();
  const { words, format } = text;
  const { files, to, secondsLeft } = departure;
  const isHere = (id: string) => devices.some((device) => device.id === id && !device.hasLeft);
  const left = to.filter(({ id }) => !isHere(id));
  const people = usePeople();
  const settled = useSettled(); // the row comes where "Send" or a name was: a second tap is no answer
  const title = useMemo(() => titleOf(summaryOfChosen(files), text), [files, text]);
  const [first] = files;
  return (
    <section class="departure" aria-label={toNames(to, people, text)}>
      {first && <Thumbnail key={departure.number} path={first.path} read={async () => first.file} />}
      <p>
        <span>{to.length > FEW ? toPeople(to, people, text) : <ToFew to={to} />}</span>
        <span class="figures">
          <bdi class="departure-what">{title}</bdi> ·{' '}
          <span aria-hidden="true">{fill(words.leavesIn, { time: format.duration(secondsLeft) })}</span>
        </span>
        {left.length > 0 && (
          <span class="departure-left">{fill(words.leftNow, { names: namesOf(left, people, text) })}</span>
        )}
      </p>
      <div class="actions">
        {children}
        <button class="button" type="button" disabled={!settled} onClick={onUndo}>
          {words.undo}
        </button>
        <button class="button primary" type="button" disabled={!settled} onClick={onLeave}>
          {words.sendNow}
        </button>
      </div>
    </section>
  );
}

/** Each with their mark: a wrong one must be seen within four seconds. */
function ToFew({ to }: Pick<Departure, 'to'>) {
  const { words } = useLateText();
  return (
    <Phrase text={to.length > 1 ? words.toSeveral : words.to}>
      {to.map(({ id, name }) => (
        <span key={id} class="departure-to">
          <Who id={id} name={name} />{' '}
        </span>
      ))}
    </Phrase>
  );
}

/** Announced once for each departure, and again when a recipient joins, but not every second. */
function Said({ waiting }: { waiting: readonly Departure[] }) {
  const text = useLateText();
  const { words, format } = text;
  const people = usePeople();
  const said = useSignal('');
  const known = useRef('');
  const newest = waiting[waiting.length - 1];
  const of = newest === undefined ? '' : `${newest.number} ${newest.to.length}`;
  useEffect(() => {
    if (of === known.current) return;
    known.current = of;
    said.value =
      newest === undefined
        ? ''
        : fill(words.sayDeparting, {
            files: titleOf(summaryOfChosen(newest.files), text),
            names: namesOf(newest.to, people, text),
            time: format.duration(newest.secondsLeft),
          });
  }, [of]);
  return (
    <p class="hidden" aria-live="assertive">
      {said.value}
    </p>
  );
}
