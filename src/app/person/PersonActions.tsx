/** Rename, forget, block, unblock. What cannot be taken back by the same press asks first. */
import { useSignal } from '@preact/signals';
import { useLateText } from '../i18n/context.ts';
import { fill } from '../i18n/format.ts';
import { isolated } from '../model/shown-name.ts';
import { past } from '../past/past.ts';
import { recent } from '../past/recent.ts';
import type { People } from '../people/people.ts';
import type { Person } from '../people/person.ts';
import { labelOf, type Somebody } from '../people/standing.ts';
import { BlockQuestion } from '../pieces/BlockQuestion.tsx';
import { Question } from '../pieces/Question.tsx';
import { useFocusBack } from '../pieces/useFocusBack.ts';
import { RenamePerson } from './RenamePerson.tsx';

/** `onForget`: their messages go too. */
type Props = { people: People; somebody: Somebody; kept: Person | undefined; onForget: () => void };

export function PersonActions({ people, somebody, kept, onForget }: Props) {
  const said = useLateText().words.person;
  const asking = useSignal<'no' | 'rename' | 'forget' | 'block'>('no');
  const actions = useFocusBack<HTMLDivElement>(asking.value !== 'no');
  const { id } = somebody;
  const label = labelOf(people, somebody);
  const close = () => {
    asking.value = 'no';
  };
  switch (asking.value) {
    case 'rename':
      return <RenamePerson label={label} onBack={close} onRename={(next) => people.rename(id, next)} />;
    case 'forget':
      return (
        <Question
          text={fill(said.forgetAsk, { name: isolated(label) })}
          yes={said.forget}
          no={said.no}
          onNo={close}
          onYes={() => {
            close();
            people.forget(id);
            past.forget(id);
            recent.forget(id);
            onForget();
          }}
        />
      );
    case 'block':
      return (
        <BlockQuestion
          name={label}
          onNo={close}
          onYes={() => {
            close();
            people.block(id, label);
          }}
        />
      );
    case 'no':
      break;
  }
  const button = (text: string, press: () => void) => (
    <button class="button" type="button" onClick={press}>
      {text}
    </button>
  );
  const ask = (what: 'rename' | 'forget' | 'block') => () => {
    asking.value = what;
  };
  return (
    <div ref={actions} class="actions">
      {kept?.is === 'known' && button(said.rename, ask('rename'))}
      {kept?.is === 'known' && button(said.forget, ask('forget'))}
      {kept?.is === 'blocked' ? button(said.unblock, () => people.unblock(id)) : button(said.block, ask('block'))}
    </div>
  );
}
