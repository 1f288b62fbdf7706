/** A text with a `{place}` that is filled with an element; each language decides where the place is. */
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
