/** Below everybody who is here: all others with whom messages were exchanged, here or not, the newest first. */
import { useLateText } from '../i18n/context.ts';
import { usePages } from '../pieces/usePages.tsx';
import { TalkRow } from './TalkRow.tsx';
import { type TalksModel, useTalks } from './useTalks.ts';
import '../styles/inbox.css';
import '../styles/talks.css';

const PAGE_ROWS = 5;

export function Talks({ model }: { model: TalksModel }) {
  const { words } = useLateText();
  const { shown, more } = usePages(useTalks(model).below, PAGE_ROWS);
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
