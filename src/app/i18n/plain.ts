/**
 * Readings of kanji within a text that is shown, for who learns Japanese. They are marked by the interlinear annotation
 * characters of Unicode (chapter 23.8), which no name from outside holds (`protocol/name.ts`, `model/shown-name.ts`):
 * U+FFF9 the kanji U+FFFA the reading U+FFFB.
 */
const MARKED = /\ufff9([^\ufffa]*)\ufffa[^\ufffb]*\ufffb/gu;

/** The same without readings: for what leaves the page's text, such as its title, a notification, or a name to begin with. */
export const plain = (text: string): string => text.replace(MARKED, '$1');
