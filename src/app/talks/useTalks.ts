/** With whom messages were exchanged, parted into those who stand above everybody and those below. */
import { useMemo } from 'preact/hooks';
import { type Talk, talksIn } from '../model/conversation.ts';
import type { Model } from '../model/model.ts';
import { useHeld } from '../pieces/useHeld.ts';

/** What is needed of the model to show who has written. */
export type TalksModel = Pick<Model, 'devices' | 'offers' | 'transfers' | 'people' | 'words'>;

/** More rows would push people out of sight. */
const ABOVE = 2;

/** They come and go only while nobody is about to press anything. */
export function useTalks({ people, words }: TalksModel): {
  readonly above: readonly Talk[];
  /** New messages of them all, also of those below. */
  readonly unread: number;
  readonly below: readonly Talk[];
} {
  const messages = words.messages.value;
  const all = useHeld(useMemo(() => talksIn(messages), [messages])).filter(({ id }) => !people.isBlocked(id));
  const above = all.filter(({ unread }) => unread > 0).slice(0, ABOVE);
  const unread = all.reduce((sum, talk) => sum + talk.unread, 0);
  return { above, unread, below: all.filter((talk) => !above.includes(talk)) };
}
