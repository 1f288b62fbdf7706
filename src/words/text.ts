/**
 * What somebody has written, as it may be shown: plain text with its lines. Names are cleaned harder (`protocol/name.ts`): they
 * stand between the app's own words, and a text stands in a frame of its own.
 */

/** Shows nothing, or turns the direction of what follows. Lines, tabs and the joiners that change letters stay. */
const HIDDEN = /(?![\n\t\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Co}\u115f\u1160\u17b4\u17b5\u3164\uffa0\ufff0-\ufffb]/gu;
/** More marks than any language puts on a letter climb over the lines above. */
const PILED_MARKS = /(\p{M}{4})\p{M}+/gu;
/** More empty lines than two push everything else out of sight. */
const EMPTY_LINES = /\n(?:[ \t]*\n){3,}/g;

export function cleanText(raw: string): string {
  return raw
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(HIDDEN, '')
    .replace(PILED_MARKS, '$1')
    .replace(EMPTY_LINES, '\n\n\n')
    .trim();
}
