/** The other person is known from now on; what the owner of this device calls them can be changed at once. */
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { MAX_NAME_LENGTH } from '../../protocol/limits.ts';
import type { DeviceId } from '../../protocol/signaling.ts';
import { useLateText } from '../i18n/context.ts';
import { fill } from '../i18n/format.ts';
import { isolated } from '../model/shown-name.ts';
import type { People } from '../people/people.ts';
import { labelOf } from '../people/standing.ts';
import { Icon } from '../pieces/icons.tsx';
import { NotKept } from '../pieces/NotKept.tsx';
import { PersonMark } from '../pieces/PersonMark.tsx';
import { Answer, Sheet } from './Sheet.tsx';

type Props = {
  people: People;
  id: DeviceId;
  name: string;
  /** They are not sure of the person here yet: how to show them this device's code. */
  onShowMine?: () => void;
  onDone: () => void;
};

export function NowKnown({ people, id, name, onShowMine, onDone }: Props) {
  const { words } = useLateText();
  const { known: said, ways } = words.makeSure;
  const typed = useRef<string | undefined>(undefined);
  const hint = useId();
  const label = labelOf(people, { id, name });
  const shown = { name: isolated(name) };
  useLayoutEffect(
    () => () => {
      // However this step is left, and at once: what was typed was meant.
      if (typed.current !== undefined) people.rename(id, typed.current);
    },
    [],
  );
  return (
    <Sheet
      title={said.title}
      name={name}
      help={fill(said.help, shown)}
      answers={
        <>
          <Answer text={said.done} kind="primary" onPress={onDone} />
          {onShowMine && <Answer text={ways.mine} onPress={onShowMine} />}
        </>
      }
    >
      <p class="make-sure-who">
        <span class="chip good">
          <Icon name="check" />
          {words.known}
        </span>{' '}
        <PersonMark of={id} />
      </p>
      <NotKept people={people} />
      {onShowMine && (
        <p role="status" class="make-sure-one-sided">
          <strong>{fill(said.oneSided, shown)}</strong>
        </p>
      )}
      <form
        class="rename"
        onSubmit={(event) => {
          event.preventDefault();
          onDone();
        }}
      >
        <label>
          <span class="label">{said.label}</span>
          <input
            type="text"
            defaultValue={label}
            maxLength={MAX_NAME_LENGTH}
            autocomplete="off"
            enterkeyhint="done"
            aria-describedby={hint}
            onInput={({ currentTarget }) => {
              typed.current = currentTarget.value;
            }}
          />
        </label>
        <p class="hint" id={hint}>
          {said.labelHint}
        </p>
      </form>
    </Sheet>
  );
}
