/** Showing names and words that others chose: other routers, certificates, the operator. */
import { type Html, html } from './html.ts';

/** Characters that cannot be seen, or that reorder the text around them (UTR #36). */
const HIDDEN = /[\p{Cc}\p{Cs}\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/gu;

/** The text with such characters written out, as `[U+202E]`, so that they have no effect. */
export function shown(text: string): string {
  return text.replace(HIDDEN, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return `[U+${code.toString(16).toUpperCase().padStart(4, '0')}]`;
  });
}

/** A name among other words; `bdi` keeps the direction of its letters from affecting them. */
export const name = (text: string): Html => html`<bdi>${shown(text)}</bdi>`;
