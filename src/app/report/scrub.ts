/** Removes from an error message everything that may name a person, a file or a place. Errors quote their subjects. */
import { MOST_CHARACTERS } from '../log/log.ts';
import { type NameFinder, nameFinder } from './name-finder.ts';

/**
 * In this order: text that matches several patterns gets the label of the first. No pattern tries the same characters
 * again from each place in a long word: it takes whole words, or a bounded number of characters.
 */
const HIDDEN: readonly (readonly [RegExp, (match: string, kept?: unknown) => string])[] = [
  [/\b[a-z][a-z0-9+.-]{0,30}:(?:\/\/)?[^\s'")]+[^\s'").,;:]/gi, () => '<address>'],
  // An apostrophe after a letter opens nothing. What is opened and never closed goes to the end.
  [/(\w['’])|(["'`])(?:[\s\S]*?\2(?!\w)|[\s\S]*)/g, (_, kept) => (typeof kept === 'string' ? kept : '<quoted>')],
  [/[“„‘「『«‹](?:[\s\S]*?(?:[”“」』»›]|’(?!\w))|[\s\S]*)/g, () => '<quoted>'],
  [/\S+/g, (word) => (/[/\\]/.test(word) ? '<path>' : word)],
  [/\b(?:\d{1,3}\.){3}\d{1,3}(?::\d+)?\b/g, () => '<address>'],
  [/\[?(?:[0-9a-f]{0,4}:){2,}[0-9a-f]{0,4}\]?(?:%\w+)?/gi, () => '<address>'],
  [/[\w.-]+/g, (word) => (/[\w-]\.[\w-]/.test(word) ? '<name>' : word)],
  [/\b[\w-]{16,}\b/g, () => '<id>'],
  [/[^\x20-\x7e]+/g, () => '<text>'],
];

/** Longest message that is shown, in characters: the beginning says what it is about. */
const MOST_SHOWN = 160;
/** Longest name of a file on any disk, in characters: what was cut may end in a part of one, which nothing finds. */
const LONGEST_NAME = 255;

/** `names`: those of persons, routers and files that this page knows. They are read once, for all messages. */
export function scrubber(names: Iterable<string>): (message: string) => string {
  const hideNames: NameFinder = nameFinder(names);
  return (message) => {
    const unnamed = hideNames(message.slice(0, MOST_CHARACTERS), '<name>');
    const plain = HIDDEN.reduce((text, [pattern, shown]) => text.replace(pattern, shown), unnamed);
    const isWhole = message.length < MOST_CHARACTERS;
    return plain.slice(0, isWhole ? MOST_SHOWN : Math.min(MOST_SHOWN, Math.max(0, plain.length - LONGEST_NAME)));
  };
}
