/** Hands the people whom the owner of this device knows to every component that shows somebody. */
import { signal } from '@preact/signals';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { fill } from '../i18n/format.ts';
import type { FirstWords } from '../i18n/words/first-screen.ts';
import { markOf } from '../model/mark.ts';
import { isolated, shownName } from '../model/shown-name.ts';
import type { People } from '../people/people.ts';
import { labelOf, type Somebody } from '../people/standing.ts';
import { markInWords } from './PersonMark.tsx';

export type Acquainted = Pick<People, 'all' | 'whoIsNot'>;

export const PeopleContext = createContext<Acquainted>({ all: signal(new Map()), whoIsNot: () => undefined });
export const usePeople = (): Acquainted => useContext(PeopleContext);

/** Somebody within a text: what they are called here, and their mark in words, because many may have one name. */
export const spokenOf = (people: Acquainted, somebody: Somebody, words: FirstWords): string =>
  withMark(isolated(labelOf(people, somebody)), somebody, words);

/** The same in the name of a button or a link, which nobody reads with their eyes. */
export const namedOf = (people: Acquainted, somebody: Somebody, words: FirstWords): string =>
  withMark(shownName(labelOf(people, somebody)), somebody, words);

const withMark = (name: string, { id }: Somebody, words: FirstWords): string =>
  fill(words.withMark, { name, mark: markInWords(markOf(id), words) });
