/** What is being written, and what is attached to it: kept while the page is open, the text also beyond that. */
import { type Signal, signal } from '@preact/signals';
import type { ChosenFile } from '../model/chosen-file.ts';
import type { DraftKey, Words } from '../model/words.ts';

export type Writing = {
  readonly text: string;
  readonly files: Signal<readonly ChosenFile[]>;
  write(text: string): void;
  /** Adds a text to what stands there already. */
  add(text: string): void;
  attach(files: readonly ChosenFile[]): void;
  detach(file: ChosenFile): void;
  clear(): void;
};

const open = new WeakMap<Words, Map<DraftKey, Writing>>();

/** Always the same for the same `key`. */
export function writingOf(words: Words, key: DraftKey): Writing {
  const all = open.get(words) ?? new Map<DraftKey, Writing>();
  open.set(words, all);
  const there = all.get(key) ?? begin(words, key);
  all.set(key, there);
  return there;
}

function begin(words: Words, key: DraftKey): Writing {
  const text = signal(words.draft(key));
  const files = signal<readonly ChosenFile[]>([]);
  const write = (next: string): void => {
    text.value = next;
    words.keepDraft(key, next);
  };
  return {
    get text() {
      return text.value;
    },
    files,
    write,
    add: (more) => write(text.peek() === '' ? more : `${text.peek().replace(/\n$/, '')}\n${more}`),
    attach(more) {
      files.value = [...files.peek(), ...more];
    },
    detach(file) {
      files.value = files.peek().filter((one) => one !== file);
    },
    clear() {
      write('');
      files.value = [];
    },
  };
}
