/** A text with a `{place}` that is filled with an element; where the place stands is the language's matter. */
import type { ComponentChildren } from 'preact';

export function Phrase({ text, children }: { text: string; children: ComponentChildren }) {
  const [before = '', after = ''] = text.split(/\{\w+\}/u);
  return (
    <>
      {before}
      {children}
      {after}
    </>
  );
}
