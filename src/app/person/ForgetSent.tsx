/** That this device remembers what was sent to a person, and the way to end that. */
import { useSignal } from '@preact/signals';
import { useLateText } from '../i18n/context.ts';
import type { Model } from '../model/model.ts';
import { past } from '../past/past.ts';
import { recent } from '../past/recent.ts';
import type { Somebody } from '../people/standing.ts';
import { Question } from '../pieces/Question.tsx';
import { useFocusBack } from '../pieces/useFocusBack.ts';

type Props = { model: Pick<Model, 'transfers' | 'hide'>; somebody: Somebody };

export function ForgetSent({ model, somebody: { id } }: Props) {
  const { words } = useLateText();
  const isAsking = useSignal(false);
  const place = useFocusBack<HTMLDivElement>(isAsking.value);
  if (![...past.all.value.values()].some(({ peer }) => peer === id)) return null;
  const forget = (): void => {
    isAsking.value = false;
    past.forget(id);
    recent.forget(id);
    for (const { key, peer, phase } of model.transfers.peek()) if (peer === id && phase === 'sent') model.hide(key);
  };
  const close = (): void => {
    isAsking.value = false;
  };
  if (isAsking.value)
    return (
      <Question
        text={words.person.forgetSentAsk}
        yes={words.person.forgetSent}
        no={words.person.no}
        onNo={close}
        onYes={forget}
      />
    );
  return (
    <div ref={place} class="forget-sent">
      <button
        class="button"
        type="button"
        onClick={() => {
          isAsking.value = true;
        }}
      >
        {words.person.forgetSent}
      </button>
      <p class="hint">{words.person.forgetSentHelp}</p>
    </div>
  );
}
