/** One message between the two: what it says, what hangs on it, how far it has come, and what can be done with it. */
import { useSignal } from '@preact/signals';
import { useEffect, useId, useMemo, useRef } from 'preact/hooks';
import { useLateText } from '../i18n/context.ts';
import { fill } from '../i18n/format.ts';
import { isolated } from '../model/shown-name.ts';
import { partsOf, standingOf, type WholeMessage } from '../model/together.ts';
import type { Words } from '../model/words.ts';
import { catchFocusSoon } from '../pieces/focus.ts';
import { Question } from '../pieces/Question.tsx';
import { useFocusBack } from '../pieces/useFocusBack.ts';
import { Attachments } from '../written/Attachments.tsx';
import { Copy, PlainText } from '../written/PlainText.tsx';
import { ProgressLine } from '../written/ProgressLine.tsx';

/** `name`: of the other one. */
type Props = { message: WholeMessage; words: Words; name: string };

/** Drawn anew only when it has changed itself. */
export function MessageItem(props: Props) {
  return useMemo(() => <Item {...props} />, [props.message, props.words, props.name]);
}

function Item({ message, words: holder, name }: Props) {
  const { words, format } = useLateText();
  const said = words.person;
  const id = useId();
  const isSent = message.direction === 'sent';
  return (
    <li class="between-item message" data-direction={isSent ? 'sending' : 'receiving'}>
      <p class="between-when figures">
        <span class="hidden">{isSent ? said.fromYou : said.fromThem} · </span>
        {format.moment(message.at)}
      </p>
      <PlainText text={message.text} id={id} />
      <Attachments of={message.id} files={message.attachments} holder={holder} />
      {message.isLacking && <p class="hint">{words.messages.lacking}</p>}
      <Standing message={message} />
      <Actions {...{ message, name, holder }} describedBy={id} />
    </li>
  );
}

/** How far it has come; of each part by itself where they differ. */
function Standing({ message }: Pick<Props, 'message'>) {
  const groups = standingOf(message);
  return (
    <>
      {groups.map((group) => (
        <ProgressLine
          key={group[0]?.id}
          at={message.at}
          progress={group[0]?.progress}
          why={group[0]?.why}
          of={groups.length > 1 ? group.flatMap(({ attachments }) => attachments.map(({ name }) => name)) : []}
        />
      ))}
    </>
  );
}

type ActionsProps = Pick<Props, 'message' | 'name'> & { holder: Words; describedBy: string };

function Actions({ message, name, holder, describedBy }: ActionsProps) {
  const { text } = message;
  const { words } = useLateText();
  const said = words.messages;
  const isAsking = useSignal(false);
  const place = useFocusBack<HTMLDivElement>(isAsking.value);
  const isPressed = useRef(false);
  useEffect(() => () => void (isPressed.current && catchFocusSoon()), []); // it goes once that is stored
  const close = (): void => {
    isAsking.value = false;
  };
  if (isAsking.value)
    return (
      <Question
        text={fill(said.removeAsk, { name: isolated(name) })}
        onNo={close}
        onYes={() => {
          isPressed.current = true;
          for (const { id } of partsOf(message)) holder.forget(id);
        }}
      />
    );
  const again = partsOf(message).filter(({ progress }) => progress === 'refused' || progress === 'undelivered');
  return (
    <div ref={place} class="actions message-actions">
      {again.length > 0 && (
        <button
          class="button small"
          type="button"
          aria-describedby={describedBy}
          onClick={() => {
            for (const { id } of again) holder.again(id);
          }}
        >
          {said.again}
        </button>
      )}
      {text !== '' && <Copy text={text} describedBy={describedBy} />}
      <button
        class="button small"
        type="button"
        aria-describedby={describedBy}
        onClick={() => {
          isAsking.value = true;
        }}
      >
        {words.inbox.remove}
      </button>
    </div>
  );
}
