/** Names and words that came from elsewhere: other routers, certificates, the operator's own typing. */
import { type Html, html } from './html.ts';

/** What cannot be seen, or reorders the text around it (UTR #36). */
const HIDDEN = /[\p{Cc}\p{Cs}\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/gu;

/** The text with such characters shown as what they are, `[U+202E]`, instead of being obeyed. */
export function shown(text: string): string {
  return text.replace(HIDDEN, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return `[U+${code.toString(16).toUpperCase().padStart(4, '0')}]`;
  });
}

/** A name among other words: `bdi` keeps the direction of its letters to itself. */
export const name = (text: string): Html => html`<bdi>${shown(text)}</bdi>`;
