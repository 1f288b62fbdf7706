/** Hands the words of the chosen language to every component. */
import type { ReadonlySignal } from '@preact/signals';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Direction } from '../../languages/languages.ts';
import type { Format } from './format.ts';
import type { FirstWords } from './words/first-screen.ts';
import type { Words } from './words/words.ts';

/** What the first screen says. */
export type Text = {
  /** BCP 47. */
  readonly tag: string;
  readonly direction: Direction;
  readonly words: FirstWords;
  readonly format: Format;
};
/** The same, and what all the other screens say. */
export type LateText = Text & { readonly words: Words };

/** One language: of the first screen at once, of the rest as soon as that has come. */
export type Spoken = { readonly first: Text; readonly late: ReadonlySignal<LateText | undefined> };

export const TextContext = createContext<Spoken | undefined>(undefined);

function useSpoken(): Spoken {
  const spoken = useContext(TextContext);
  if (spoken === undefined) throw new Error('a component speaks outside of TextContext');
  return spoken;
}

export const useText = (): Text => useSpoken().first;

/** `undefined` until all words of the language are there; whoever calls it is drawn again then. */
export const useArrivedText = (): LateText | undefined => useSpoken().late.value;

/**
 * For components in parts that come late (`late/late.tsx`): those are not drawn before their words are there. A
 * component that the first screen draws must not call it (`src/imports.test.ts`).
 */
export function useLateText(): LateText {
  const text = useArrivedText();
  if (text === undefined) throw new Error('a component of the first screen uses words that come late');
  return text;
}
