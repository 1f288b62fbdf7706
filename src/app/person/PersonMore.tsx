/** What is done seldom about a person: closed until it is wanted. That somebody can be unblocked stands open. */
import { useEffect } from 'preact/hooks';
import { useLateText } from '../i18n/context.ts';
import type { Model } from '../model/model.ts';
import type { Somebody } from '../people/standing.ts';
import { catchFocus } from '../pieces/focus.ts';
import { NotKept } from '../pieces/NotKept.tsx';
import { ForgetMessages } from './ForgetMessages.tsx';
import { ForgetSent } from './ForgetSent.tsx';
import { PersonActions } from './PersonActions.tsx';
import { Unasked } from './Unasked.tsx';
import { useForgetMessages } from './useForgetMessages.tsx';

type Props = { model: Pick<Model, 'people' | 'transfers' | 'hide' | 'words'>; somebody: Somebody };

export function PersonMore({ model, somebody }: Props) {
  const { people } = model;
  const said = useLateText().words.person;
  const kept = people.all.value.get(somebody.id);
  const isBlocked = kept?.is === 'blocked';
  const hasMessages = model.words.messages.value.has(somebody.id);
  useEffect(catchFocus, [isBlocked, hasMessages]); // the pressed button is gone with what it did
  const { forget, refusal } = useForgetMessages(model, somebody.id);
  const actions = <PersonActions people={people} somebody={somebody} kept={kept} onForget={forget} />;
  const messages = (
    <>
      <ForgetMessages model={model} somebody={somebody} onForget={forget} />
      {refusal}
    </>
  );
  return (
    <>
      {kept && <NotKept people={people} />}
      {isBlocked ? (
        <>
          {actions}
          {messages}
        </>
      ) : (
        <details class="person-more">
          <summary>{said.more}</summary>
          <div class="person-more-in">
            {actions}
            {kept?.is === 'known' && <Unasked people={people} known={kept} />}
            {messages}
            <ForgetSent model={model} somebody={somebody} />
          </div>
        </details>
      )}
    </>
  );
}
