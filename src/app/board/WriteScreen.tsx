/** A new post: what it says, its topic, and how long it shall stay. */
import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { TOPICS, type Topic } from '../../words/post.ts';
import { useLateText } from '../i18n/context.ts';
import { ScreenHead } from '../inbox/ScreenHead.tsx';
import type { Model } from '../model/model.ts';
import type { Navigation } from '../place/navigation.ts';
import { WritingField } from '../written/WritingField.tsx';
import { writingOf } from '../written/writing.ts';
import { Publish } from './Publish.tsx';
import { usePosting } from './usePosting.ts';

/** What a shelter plans in, in days. */
const DAYS = [1, 3, 7, 14] as const;
const USUAL_DAYS = 7;

type Props = { model: Pick<Model, 'words'>; navigation: Navigation };

export function WriteScreen({ model: { words: holder }, navigation }: Props) {
  const { words, format } = useLateText();
  const said = words.onBoard;
  const topic = useSignal<Topic>('notice');
  const days = useSignal<number>(USUAL_DAYS);
  const writing = writingOf(holder, 'board');
  const field = useRef<HTMLTextAreaElement>(null);
  const posting = usePosting({
    holder,
    writing,
    as: { topic: topic.value, days: days.value },
    onPosted: () => navigation.back(),
  });
  return (
    <main class="page inbox board">
      <ScreenHead title={said.newPost} onBack={() => navigation.back()} />
      <form
        class="write-post"
        onSubmit={(event) => {
          event.preventDefault();
          posting.post();
        }}
      >
        <Choice
          title={said.topic}
          all={TOPICS}
          chosen={topic.value}
          say={(one) => said.topics[one]}
          onChoose={(one) => {
            topic.value = one;
          }}
        />
        <WritingField
          {...{ field, writing }}
          label={said.post}
          isTitled
          rows={4}
          onSend={posting.post}
          describedBy="everyone"
        />
        <Choice
          title={said.lasts}
          all={DAYS}
          chosen={days.value}
          say={(one) => format.count(words.messages.days, one)}
          onChoose={(one) => {
            days.value = one;
          }}
        />
        <Publish {...{ posting, writing, holder, field }} send={said.publish} />
      </form>
    </main>
  );
}

type ChoiceProps<T> = {
  title: string;
  all: readonly T[];
  chosen: T;
  say: (one: T) => string;
  onChoose: (one: T) => void;
};

function Choice<T extends string | number>({ title, all, chosen, say, onChoose }: ChoiceProps<T>) {
  return (
    <fieldset class="choice">
      <legend class="label">{title}</legend>
      <div class="choices">
        {all.map((one) => (
          <label key={one} class="choice-one">
            <input type="radio" name={title} checked={one === chosen} onChange={() => onChoose(one)} />
            <span>{say(one)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
