/** Somebody with whom messages were exchanged, and the way to them. */
import { useLateText } from '../i18n/context.ts';
import { fill } from '../i18n/format.ts';
import { nameOfWriter, type Talk } from '../model/conversation.ts';
import { labelOf } from '../people/standing.ts';
import { Icon } from '../pieces/icons.tsx';
import { Name } from '../pieces/Name.tsx';
import { PersonMark } from '../pieces/PersonMark.tsx';
import { hashOf } from '../place/place.ts';
import type { TalksModel } from './useTalks.ts';

/** Of a text, in UTF-16 code units: more than a line of any screen. */
const SHOWN_LENGTH = 120;

type Props = { talk: Talk; model: TalksModel };

export function TalkRow({ talk: { id, last, unread }, model }: Props) {
  const { words, format } = useLateText();
  const name = labelOf(model.people, { id, name: nameOfWriter(model, id) || words.onBoard.somebody });
  const line = last.text.slice(0, SHOWN_LENGTH) || format.count(words.files, last.attachments.length);
  return (
    <a class="inbox-row talk" href={hashOf({ screen: 'person', id })}>
      <span class="inbox-text">
        <span class="inbox-name">
          <Name of={name} /> <PersonMark of={id} />
          {unread > 0 && (
            <>
              {' '}
              <span class="tab-count" aria-hidden="true">
                {format.count({ other: '#' }, unread)}
              </span>
              <span class="hidden">{format.count(words.messages.unread, unread)}</span>
            </>
          )}
        </span>
        <span class="talk-line" dir="auto">
          {last.direction === 'sent' ? fill(words.messages.mine, { text: line }) : line}
        </span>
        <span class="figures">{format.moment(last.at)}</span>
      </span>
      <Icon name="forward" />
    </a>
  );
}
