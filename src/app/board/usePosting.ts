/** Puts up what is written, once it has been asked about what looks like a list of people. */
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { NewPost, NotSaid, Words } from '../model/words.ts';
import { type Hindrance, hindranceTo } from '../written/limits.ts';
import { useHandingOver } from '../written/useHandingOver.ts';
import type { Writing } from '../written/writing.ts';
import { isPersonal } from './personal.ts';

export type Posting = {
  readonly why: Hindrance | NotSaid | undefined;
  readonly isAsking: boolean;
  readonly isEmpty: boolean;
  post(): void;
  /** Answers the question. */
  anyway(): void;
  change(): void;
};

type Posted = {
  holder: Pick<Words, 'post' | 'facts'>;
  writing: Writing;
  as: Pick<NewPost, 'topic' | 'days' | 'replyTo'>;
  /** While the field is still shown. */
  onPosted: () => void;
};

export function usePosting({ holder, writing, as, onPosted }: Posted): Posting {
  const { notSaid, handOver } = useHandingOver(writing);
  const isAsking = useSignal(false);
  const { text } = writing;
  const files = writing.files.value;
  useEffect(() => {
    isAsking.value = false;
  }, [text, files]);
  const hindrance = hindranceTo(text, files, holder.facts.value.blobBytes);
  const isEmpty = text.trim() === '' && files.length === 0;
  const put = (): void => {
    void handOver((said, chosen) => holder.post({ text: said, files: chosen, ...as }), onPosted);
  };
  const names = files.map(({ path }) => path);
  return {
    why: hindrance ?? notSaid,
    isAsking: isAsking.value,
    isEmpty,
    post() {
      if (isEmpty || hindrance !== undefined) return;
      if (isPersonal(text, names)) isAsking.value = true;
      else put();
    },
    anyway() {
      isAsking.value = false;
      put();
    },
    change() {
      isAsking.value = false;
    },
  };
}
