/** Removes from an error message everything that may name a person, a file or a place. Errors quote their subjects. */

/** In this order: text that matches several patterns gets the label of the first. */
const HIDDEN: readonly (readonly [RegExp, string])[] = [
  [/\b[a-z][a-z0-9+.-]*:(?:\/\/)?[^\s'")]+[^\s'").,;:]/gi, '<address>'],
  [/(["'`“”‘’「」『』])[^"'`“”‘’「」『』]*(["'`“”‘’「」『』])/g, '<quoted>'],
  [/[^\s/\\]*[/\\][^\s]*/g, '<path>'],
  [/\b(?:\d{1,3}\.){3}\d{1,3}(?::\d+)?\b/g, '<address>'],
  [/\[?(?:[0-9a-f]{0,4}:){2,}[0-9a-f]{0,4}\]?(?:%\w+)?/gi, '<address>'],
  [/[\w-]+(?:\.[\w-]+)+/g, '<name>'],
  [/\b[\w-]{16,}\b/g, '<id>'],
  [/[^\x20-\x7e]+/g, '<text>'],
];

/** Longest message that is shown, in characters: the beginning says what it is about. */
const MOST_CHARACTERS = 160;

/** `names`: those of persons, routers and files that this page knows. */
export function scrubbed(message: string, names: readonly string[]): string {
  const unnamed = [...names]
    .filter((name) => name !== '')
    .sort((a, b) => b.length - a.length)
    .reduce((text, name) => text.replaceAll(name, '<name>'), message);
  const plain = HIDDEN.reduce((text, [pattern, word]) => text.replace(pattern, word), unnamed);
  return plain.slice(0, MOST_CHARACTERS);
}
