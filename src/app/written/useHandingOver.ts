/** Hands over what is written, and says why it was not taken until somebody writes on. */
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { ChosenFile } from '../model/chosen-file.ts';
import type { NotSaid } from '../model/words.ts';
import type { Writing } from './writing.ts';

export type HandingOver = {
  readonly notSaid: NotSaid | undefined;
  /** `taken`: it is stored, and the field is still before somebody's eyes. */
  handOver(
    take: (text: string, files: readonly ChosenFile[]) => Promise<NotSaid | undefined>,
    taken?: () => void,
  ): Promise<void>;
};

type Refusal = { readonly why: NotSaid; readonly text: string; readonly files: readonly ChosenFile[] };

export function useHandingOver(writing: Writing): HandingOver {
  const refusal = useSignal<Refusal | undefined>(undefined);
  const isShown = useRef(false);
  useEffect(() => {
    isShown.current = true;
    return () => {
      isShown.current = false;
    };
  }, []);
  const { text } = writing;
  const files = writing.files.value;
  const last = refusal.value;
  return {
    notSaid: last?.text === text && last.files === files ? last.why : undefined,
    async handOver(take, taken) {
      const why = await writing.handOver(take);
      refusal.value = why && { why, text: writing.text, files: writing.files.peek() };
      if (why === undefined && isShown.current) taken?.();
    },
  };
}
