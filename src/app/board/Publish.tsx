/** Below the field of a post or a reply: what is attached, who will read it, and the button; or the question before it. */
import type { RefObject } from 'preact';
import { useLateText } from '../i18n/context.ts';
import type { Words } from '../model/words.ts';
import { Icon } from '../pieces/icons.tsx';
import { Question } from '../pieces/Question.tsx';
import { AttachButtons } from '../written/AttachButtons.tsx';
import { Attached, Hindered } from '../written/Attached.tsx';
import { NotKept } from '../written/NotKept.tsx';
import { UnderWay } from '../written/UnderWay.tsx';
import type { Writing } from '../written/writing.ts';
import type { Posting } from './usePosting.ts';

type Props = {
  posting: Posting;
  writing: Writing;
  holder: Pick<Words, 'facts' | 'carried'>;
  field: RefObject<HTMLTextAreaElement | null>;
  /** On the button. */
  send: string;
};

export function Publish({ posting, writing, holder, field, send }: Props) {
  const said = useLateText().words.onBoard;
  const focus = (): void => field.current?.focus();
  return (
    <>
      <Attached writing={writing} />
      <Hindered why={posting.why} blobBytes={holder.facts.value.blobBytes} />
      <UnderWay writing={writing} />
      <NotKept holder={holder} />
      <p class="everyone" id="everyone">
        <Icon name="people" />
        <span>{said.everyone}</span>
      </p>
      {posting.isAsking ? (
        <div class="personal" role="alert">
          <p>
            <strong>{said.personal}</strong>
          </p>
          <Question
            text={said.personalHelp}
            yes={said.anyway}
            no={said.change}
            onNo={() => {
              posting.change();
              focus();
            }}
            onYes={posting.anyway}
          />
        </div>
      ) : (
        <div class="actions publish">
          <AttachButtons writing={writing} after={focus} />
          <button class="button primary" type="submit">
            {send}
          </button>
        </div>
      )}
    </>
  );
}
