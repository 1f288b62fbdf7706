/** The way to delete everything that was said with one person. */
import { useSignal } from '@preact/signals';
import { useLateText } from '../i18n/context.ts';
import { fill } from '../i18n/format.ts';
import type { Model } from '../model/model.ts';
import { isolated } from '../model/shown-name.ts';
import { labelOf, type Somebody } from '../people/standing.ts';
import { Question } from '../pieces/Question.tsx';
import { useFocusBack } from '../pieces/useFocusBack.ts';

/** `onForget`: what is deleted is gone a moment later, or is still here. */
type Props = { model: Pick<Model, 'people' | 'words'>; somebody: Somebody; onForget: () => void };

export function ForgetMessages({ model, somebody, onForget }: Props) {
  const said = useLateText().words.person;
  const isAsking = useSignal(false);
  const place = useFocusBack<HTMLDivElement>(isAsking.value);
  if (!model.words.messages.value.has(somebody.id)) return null;
  const name = isolated(labelOf(model.people, somebody));
  const ask = (is: boolean) => () => {
    isAsking.value = is;
  };
  if (isAsking.value)
    return (
      <Question
        text={fill(said.forgetMessagesAsk, { name })}
        onNo={ask(false)}
        onYes={() => {
          isAsking.value = false;
          onForget();
        }}
      />
    );
  return (
    <div ref={place} class="forget-sent">
      <button class="button" type="button" onClick={ask(true)}>
        {fill(said.forgetMessages, { name })}
      </button>
    </div>
  );
}
