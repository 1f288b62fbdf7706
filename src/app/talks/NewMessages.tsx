/** Above everybody who is here: who has written since one looked. It comes and goes only while nobody is about to press anything. */
import { useMemo } from 'preact/hooks';
import { useLateText } from '../i18n/context.ts';
import { talksIn } from '../model/conversation.ts';
import { useHeld } from '../pieces/useHeld.ts';
import { TalkRow } from './TalkRow.tsx';
import type { Props } from './talks.ts';
import '../styles/inbox.css';
import '../styles/talks.css';

/** The others stand below everybody; more rows would push people out of sight. */
const SHOWN = 2;

export function NewMessages({ model }: Props) {
  const { words, format } = useLateText();
  const messages = model.words.messages.value;
  const unread = useMemo(() => talksIn(messages).filter((talk) => talk.unread > 0), [messages]);
  const all = useHeld(unread).filter(({ id }) => !model.people.isBlocked(id));
  if (all.length === 0) return null;
  const count = all.reduce((sum, talk) => sum + talk.unread, 0);
  return (
    <section class="new-messages">
      <h2>{format.count(words.messages.unread, count)}</h2>
      {all.slice(0, SHOWN).map((talk) => (
        <TalkRow key={talk.id} talk={talk} model={model} />
      ))}
    </section>
  );
}
