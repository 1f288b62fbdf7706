/** Above everybody who is here: who has written since one looked. */
import { useLateText } from '../i18n/context.ts';
import { TalkRow } from './TalkRow.tsx';
import { type TalksModel, useTalks } from './useTalks.ts';
import '../styles/inbox.css';
import '../styles/talks.css';

export function NewMessages({ model }: { model: TalksModel }) {
  const { words, format } = useLateText();
  const { above, unread } = useTalks(model);
  if (above.length === 0) return null;
  return (
    <section class="new-messages">
      <h2 id="new-messages">{format.count(words.messages.unread, unread)}</h2>
      <ul class="inbox-list" aria-labelledby="new-messages">
        {above.map((talk) => (
          <li key={talk.id}>
            <TalkRow talk={talk} model={model} />
          </li>
        ))}
      </ul>
    </section>
  );
}
