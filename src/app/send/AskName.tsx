/**
 * Asks once, at the first send, under which name others shall see this person: a friendly name is there already. It stands
 * beside what is about to leave and holds up nothing: unanswered, it goes with it. It has no button of its own: what was
 * typed counts as soon as the field is left, by whichever button, or when it goes.
 */
import { useEffect, useRef } from 'preact/hooks';
import { MAX_NAME_LENGTH } from '../../protocol/limits.ts';
import { useLateText } from '../i18n/context.ts';
import { isWriting } from '../pieces/is-writing.ts';
import type { Departures } from './departures.ts';

type Props = {
  name: string;
  departures: Pick<Departures, 'hold' | 'allLeaveNow'>;
  onRename: (name: string) => void;
  /** The person does not want to say. */
  onDismiss: () => void;
};

export function AskName({ name, departures, onRename, onDismiss }: Props) {
  const { words } = useLateText();
  const typed = useRef<string | undefined>(undefined);
  const take = (): void => {
    if (typed.current !== undefined) onRename(typed.current);
    typed.current = undefined;
  };
  useEffect(() => take, []);
  return (
    <form
      class="ask-name"
      aria-label={words.nameLabel}
      onSubmit={(event) => {
        event.preventDefault();
        take();
        departures.allLeaveNow();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || isWriting(event)) return;
        event.preventDefault(); // or what is about to leave would be undone
        departures.hold(false); // a field that disappears takes the focus with it, and nobody is told
        typed.current = undefined;
        onDismiss();
      }}
    >
      <label>
        <span class="label">{words.nameLabel}</span>
        <input
          type="text"
          defaultValue={name}
          maxLength={MAX_NAME_LENGTH}
          autocomplete="nickname"
          enterkeyhint="send"
          aria-describedby="ask-name-hint"
          // Whoever types needs longer than the seconds that are left.
          onFocus={(event) => {
            event.currentTarget.select();
            departures.hold(true);
          }}
          onInput={(event) => {
            typed.current = event.currentTarget.value;
          }}
          onChange={take}
        />
      </label>
      <p class="hint" id="ask-name-hint">
        {words.nameHint}
      </p>
    </form>
  );
}
