/**
 * Tells of messages that come, on every screen: a screen reader hears from whom, and the bell rings; while nobody looks at the page
 * a system notice says it, if the person agreed to that. What it says, only the page shows: a locked phone lies on a table.
 */
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { bell } from '../chime/bell.ts';
import { useLateText } from '../i18n/context.ts';
import { fill } from '../i18n/format.ts';
import { nameOfWriter, talksIn } from '../model/conversation.ts';
import { spokenOf } from '../pieces/people.ts';
import type { Notices } from '../shell/notices.ts';
import type { TalksModel } from './useTalks.ts';

export function Heard({ model, notices }: { model: TalksModel; notices: Notices }) {
  const { words } = useLateText();
  const said = useSignal('');
  const known = useRef<ReadonlySet<string> | undefined>(undefined);
  const { messages } = model.words;
  useEffect(() => {
    const unread = talksIn(messages.value).filter((talk) => talk.unread > 0 && !model.people.isBlocked(talk.id));
    const before = known.current;
    known.current = new Set([...(before ?? []), ...unread.map(({ last }) => last.id)]);
    const [first] = unread.filter(({ last }) => !before?.has(last.id));
    if (first === undefined) return;
    const somebody = { id: first.id, name: nameOfWriter(model, first.id) || words.onBoard.somebody };
    said.value = fill(words.messages.sayNew, { name: spokenOf(model.people, somebody, words) });
    if (before === undefined) return; // what came in earlier visits has had its time
    const isTold = document.visibilityState === 'hidden' && notices.consent.value === 'on';
    bell.ring('files', isTold);
    if (isTold) void notices.show(said.value, '');
  }, [messages.value]);
  return (
    <p class="hidden" role="log">
      {said.value}
    </p>
  );
}
