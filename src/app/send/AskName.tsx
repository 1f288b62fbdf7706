/**
 * Asks once, at the first send, under which name others shall see this person: a friendly name is there already. It stands
 * beside what is about to leave and holds up nothing: unanswered, it goes with it.
 */
import { useRef } from 'preact/hooks';
import { MAX_NAME_LENGTH } from '../../protocol/limits.ts';
import { useText } from '../i18n/context.ts';
import type { Departures } from './departures.ts';

type Props = {
  name: string;
  departures: Pick<Departures, 'hold' | 'allLeaveNow'>;
  onRename: (name: string) => void;
  /** The person does not want to say. */
  onDismiss: () => void;
};

export function AskName({ name, departures, onRename, onDismiss }: Props) {
  const { words } = useText();
  const input = useRef<HTMLInputElement>(null);
  return (
    <form
      class="ask-name"
      aria-label={words.nameLabel}
      onSubmit={(event) => {
        event.preventDefault();
        onRename(input.current?.value ?? '');
        departures.allLeaveNow();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault(); // or what is about to leave would be undone
        departures.hold(false); // a field that disappears takes the focus with it, and nobody is told
        onDismiss();
      }}
    >
      <label>
        <span class="label">{words.nameLabel}</span>
        <input
          ref={input}
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
        />
      </label>
      <button class="button" type="submit">
        {words.send}
      </button>
      <p class="hint" id="ask-name-hint">
        {words.nameHint}
      </p>
    </form>
  );
}
