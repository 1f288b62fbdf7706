/** Puts up what is written, once it has been asked about what looks like a list of people. */
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { NewPost, NotSaid, Words } from '../model/words.ts';
import { type Hindrance, hindranceTo } from '../written/limits.ts';
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
  onPosted: () => void;
};

export function usePosting({ holder, writing, as, onPosted }: Posted): Posting {
  const notSaid = useSignal<NotSaid | undefined>(undefined);
  const isAsking = useSignal(false);
  const isPosting = useSignal(false);
  const { text } = writing;
  const files = writing.files.value;
  useEffect(() => {
    notSaid.value = undefined;
    isAsking.value = false;
  }, [text, files]);
  const hindrance = hindranceTo(text, files, holder.facts.value.blobBytes);
  const isEmpty = text.trim() === '' && files.length === 0;
  const put = async (): Promise<void> => {
    if (isPosting.value) return;
    isPosting.value = true;
    notSaid.value = await holder.post({ text: text.trim(), files, ...as });
    isPosting.value = false;
    if (notSaid.value !== undefined) return;
    writing.clear();
    onPosted();
  };
  const names = files.map(({ path }) => path);
  return {
    why: hindrance ?? notSaid.value,
    isAsking: isAsking.value,
    isEmpty,
    post() {
      if (isEmpty || hindrance !== undefined) return;
      if (isPersonal(text, names)) isAsking.value = true;
      else void put();
    },
    anyway() {
      isAsking.value = false;
      void put();
    },
    change() {
      isAsking.value = false;
    },
  };
}
