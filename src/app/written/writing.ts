/** What is being written, and what is attached to it: kept while the page is open, the text also beyond that. */
import { batch, computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
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
  /** True while something was handed over of which nobody has said yet that it is stored. */
  readonly isHandedOver: ReadonlySignal<boolean>;
  /**
   * Empties the field, and hands over what was in it, one after the other. The browser keeps the text until `take` has resolved: a page
   * that ends meanwhile loses nothing. What `take` gives a reason for, or fails with, stands in the field again.
   */
  handOver<Why>(take: Take<Why>): Promise<Why | undefined>;
};

/** Stores a text, trimmed, and files; resolves with why it does not. */
type Take<Why> = (text: string, files: readonly ChosenFile[]) => Promise<Why | undefined>;

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
  const handedOver = signal<readonly Handed[]>([]);
  let last: Promise<unknown> = Promise.resolve();
  const keep = (): void => words.keepDraft(key, joined([...handedOver.peek().map((one) => one.text), text.peek()]));
  const write = (next: string): void => {
    text.value = next;
    keep();
  };
  const back = (handed: Handed, isStored: boolean): void => {
    handedOver.value = handedOver.peek().filter((one) => one !== handed);
    if (!isStored) {
      text.value = joined([handed.text, text.peek()]);
      files.value = [...handed.files, ...files.peek()];
    }
    keep();
  };
  const handOver = async <Why>(take: Take<Why>): Promise<Why | undefined> => {
    const handed = { text: text.peek(), files: files.peek() };
    batch(() => {
      handedOver.value = [...handedOver.peek(), handed];
      text.value = '';
      files.value = [];
    });
    const before = last;
    const taken = (async () => {
      await before;
      return take(handed.text.trim(), handed.files);
    })();
    last = taken.catch(() => undefined); // its caller hears of it
    let isStored = false;
    try {
      const why = await taken;
      isStored = why === undefined;
      return why;
    } finally {
      batch(() => back(handed, isStored));
    }
  };
  return {
    get text() {
      return text.value;
    },
    files,
    write,
    add: (more) => write(joined([text.peek(), more])),
    attach(more) {
      files.value = [...files.peek(), ...more];
    },
    detach(file) {
      files.value = files.peek().filter((one) => one !== file);
    },
    isHandedOver: computed(() => handedOver.value.length > 0),
    handOver,
  };
}

type Handed = { readonly text: string; readonly files: readonly ChosenFile[] };

/** Each on lines of its own. */
const joined = (texts: readonly string[]): string => {
  const [first = '', ...more] = texts.filter((text) => text !== '');
  return more.reduce((all, text) => `${all.replace(/\n$/, '')}\n${text}`, first);
};
