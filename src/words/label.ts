/** What an operator says of something on the board (NIP-32): written as an event, and read from one. */
import { type Draft, type EventId, eventId, tagValue } from '../protocol/event.ts';
import { LABEL } from './kinds.ts';

/** `pin`: it stands first, and goes last when room is short. `hide`: nobody is given it. `remove`: nobody holds it. */
export const LABEL_WORDS = ['pin', 'hide', 'remove'] as const;
export type LabelWord = (typeof LABEL_WORDS)[number];
export type Label = { readonly word: LabelWord; readonly target: EventId };

/** The namespace of our labels. Others mean something else, whatever their words are. */
const NAMESPACE = 'hikyaku.board';

/** `now`: in seconds since 1970, as this machine believes. */
export const labelDraft = ({ word, target }: Label, now: number): Draft => ({
  kind: LABEL,
  created_at: now,
  tags: [
    ['L', NAMESPACE],
    ['l', word, NAMESPACE],
    ['e', target],
  ],
  content: '',
});

/** `undefined` for what is no label of ours. Whose word is believed is another question. */
export function labelIn(event: Pick<Draft, 'kind' | 'tags'>): Label | undefined {
  if (event.kind !== LABEL) return undefined;
  const said = event.tags.find(([name, , space]) => name === 'l' && space === NAMESPACE)?.[1];
  const word = LABEL_WORDS.find((one) => one === said);
  const target = idIn(tagValue(event, 'e'));
  return word === undefined || target === undefined ? undefined : { word, target };
}

function idIn(text: string | undefined): EventId | undefined {
  try {
    return text === undefined ? undefined : eventId(text, 'e');
  } catch {
    return undefined;
  }
}
