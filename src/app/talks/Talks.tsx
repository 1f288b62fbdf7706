/** Below everybody who is here: all with whom messages were exchanged, here or not, the newest first. */
import { useMemo } from 'preact/hooks';
import { useLateText } from '../i18n/context.ts';
import { talksIn } from '../model/conversation.ts';
import { useHeld } from '../pieces/useHeld.ts';
import { usePages } from '../pieces/usePages.tsx';
import { TalkRow } from './TalkRow.tsx';
import type { Props } from './talks.ts';
import '../styles/inbox.css';
import '../styles/talks.css';

const PAGE_ROWS = 5;

export function Talks({ model }: Props) {
  const { words } = useLateText();
  const messages = model.words.messages.value;
  const all = useHeld(useMemo(() => talksIn(messages), [messages]));
  const { shown, more } = usePages(
    all.filter(({ id }) => !model.people.isBlocked(id)),
    PAGE_ROWS,
  );
  if (shown.length === 0) return null;
  return (
    <section class="talks">
      <h2 id="talks-title">{words.messages.title}</h2>
      <ul class="inbox-list" aria-labelledby="talks-title">
        {shown.map((talk) => (
          <li key={talk.id}>
            <TalkRow talk={talk} model={model} />
          </li>
        ))}
      </ul>
      {more}
    </section>
  );
}
