/** A text with a `{place}` that is filled with an element; where the place stands is the language's matter. */
import type { ComponentChild } from 'preact';

export function Phrase({ text, children }: { text: string; children: ComponentChild }) {
  const [before = '', after = ''] = text.split(/\{\w+\}/u);
  return (
    <>
      {before}
      {children}
      {after}
    </>
  );
}
