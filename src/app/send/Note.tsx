/**
 * A line that goes with what is about to leave, for who wants to write one: behind a press, because most send without. The
 * seconds stand still meanwhile.
 */
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { MAX_NOTE_LENGTH } from '../../protocol/limits.ts';
import { useLateText } from '../i18n/context.ts';
import { catchFocusSoon } from '../pieces/focus.ts';
import { isWriting } from '../pieces/is-writing.ts';
import { useSettled } from '../pieces/useSettled.ts';
import type { Departures } from './departures.ts';

type Props = {
  /** Of the departure. */
  number: number;
  /** The line it came with, after an undone departure: it is shown at once, because it may have been for somebody else. */
  written: string;
  departures: Pick<Departures, 'hold' | 'write' | 'leaveNow'>;
};

export function Note({ number, written, departures }: Props) {
  const { words } = useLateText();
  const settled = useSettled();
  const isOpen = useSignal(written !== '');
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (isOpen.value) field.current?.focus();
  }, [isOpen.value]);
  if (!isOpen.value)
    return (
      <button
        class="button quiet"
        type="button"
        disabled={!settled}
        onClick={() => {
          isOpen.value = true;
        }}
      >
        {words.addNote}
      </button>
    );
  return (
    <input
      ref={field}
      class="note-field"
      type="text"
      defaultValue={written}
      maxLength={MAX_NOTE_LENGTH}
      aria-label={words.note}
      placeholder={words.note}
      enterkeyhint="send"
      onFocus={() => departures.hold(true)}
      onInput={(event) => departures.write(number, event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || isWriting(event)) return;
        departures.leaveNow(number);
        catchFocusSoon();
      }}
    />
  );
}
