/** One post with all that it says, its replies, and a field for one more. */
import { useSignal } from '@preact/signals';
import { useId, useRef } from 'preact/hooks';
import type { PostView } from '../../bag/api/views.ts';
import type { EventId } from '../../protocol/event.ts';
import { useLateText } from '../i18n/context.ts';
import { ScreenHead } from '../inbox/ScreenHead.tsx';
import type { Model } from '../model/model.ts';
import type { DraftKey } from '../model/words.ts';
import { catchFocusSoon } from '../pieces/focus.ts';
import { Question } from '../pieces/Question.tsx';
import { useFocusBack } from '../pieces/useFocusBack.ts';
import type { Navigation } from '../place/navigation.ts';
import { Attachments } from '../written/Attachments.tsx';
import { Copy, PlainText } from '../written/PlainText.tsx';
import { ProgressLine } from '../written/ProgressLine.tsx';
import { WritingField } from '../written/WritingField.tsx';
import { writingOf } from '../written/writing.ts';
import { postWith } from './board.ts';
import { PostHead } from './PostHead.tsx';
import { Publish } from './Publish.tsx';
import { usePosting } from './usePosting.ts';

const replyTo = (id: string): DraftKey => `reply-${id as EventId}`;

type Props = { id: string; model: Model; navigation: Navigation };

export function PostScreen({ id, model, navigation }: Props) {
  const { words, format } = useLateText();
  const said = words.onBoard;
  const post = postWith(model.words.board.value.posts, id);
  const back = () => navigation.back();
  if (post === undefined)
    return (
      <main class="page inbox">
        <ScreenHead title={words.board} onBack={back}>
          <p>{said.gone}</p>
        </ScreenHead>
        <Unsent id={id} holder={model.words} />
      </main>
    );
  return (
    <main class="page inbox board">
      <ScreenHead title={said.topics[post.topic]} onBack={back} />
      <article class="post whole">
        <PostHead post={post} />
        <Body post={post} holder={model.words} onGone={back} />
      </article>
      {post.replies.length > 0 && (
        <section class="replies">
          <h3 id="replies-title">{format.count(said.replies, post.replies.length)}</h3>
          <ul class="post-list" aria-labelledby="replies-title">
            {post.replies.map((reply) => (
              <li key={reply.id} class="post reply">
                <PostHead post={reply} isReply />
                <Body post={reply} holder={model.words} onGone={catchFocusSoon} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <Reply post={post} holder={model.words} />
    </main>
  );
}

type BodyProps = { post: PostView; holder: Model['words']; onGone: () => void };

function Body({ post, holder, onGone }: BodyProps) {
  const id = useId();
  return (
    <>
      <PlainText text={post.text} id={id} />
      <Attachments of={post.id} files={post.attachments} holder={holder} />
      <ProgressLine {...post} />
      <Actions {...{ post, holder, onGone }} describedBy={id} />
    </>
  );
}

function Actions({ post, holder, onGone, describedBy }: BodyProps & { describedBy: string }) {
  const said = useLateText().words.onBoard;
  const isAsking = useSignal(false);
  const place = useFocusBack<HTMLDivElement>(isAsking.value);
  const close = (): void => {
    isAsking.value = false;
  };
  if (isAsking.value)
    return (
      <Question
        text={said.takeBackAsk}
        onNo={close}
        onYes={() => {
          holder.takeBack(post.id);
          onGone();
        }}
      />
    );
  return (
    <div ref={place} class="actions message-actions">
      {post.text !== '' && <Copy text={post.text} describedBy={describedBy} />}
      {post.isOwn && (
        <button
          class="button small"
          type="button"
          aria-describedby={describedBy}
          onClick={() => {
            isAsking.value = true;
          }}
        >
          {said.takeBack}
        </button>
      )}
    </div>
  );
}

/** The reply that somebody was writing when its post went: theirs to copy, and to empty. */
function Unsent({ id, holder }: { id: string; holder: Model['words'] }) {
  const said = useLateText().words.onBoard;
  const writing = writingOf(holder, replyTo(id));
  const field = useRef<HTMLTextAreaElement>(null);
  const wasWritten = useRef(writing.text !== '');
  const textId = useId();
  if (!wasWritten.current) return null;
  return (
    <div class="reply-form" id={textId}>
      <WritingField {...{ field, writing }} label={said.reply} isTitled rows={2} onSend={() => undefined} />
      {writing.text !== '' && <Copy text={writing.text} describedBy={textId} />}
    </div>
  );
}

/** Everybody reads it as well, and it lasts as long as its post. */
function Reply({ post, holder }: Omit<BodyProps, 'onGone'>) {
  const said = useLateText().words.onBoard;
  const writing = writingOf(holder, replyTo(post.id));
  const field = useRef<HTMLTextAreaElement>(null);
  const posting = usePosting({
    holder,
    writing,
    as: { topic: post.topic, days: holder.facts.value.days, replyTo: post.id },
    onPosted: () => field.current?.focus(),
  });
  return (
    <form
      class="reply-form"
      onSubmit={(event) => {
        event.preventDefault();
        posting.post();
      }}
    >
      <WritingField
        {...{ field, writing }}
        label={said.reply}
        isTitled
        rows={2}
        onSend={posting.post}
        describedBy="everyone"
      />
      <Publish {...{ posting, writing, holder, field }} send={said.sendReply} />
    </form>
  );
}
