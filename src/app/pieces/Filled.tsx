/** A text with several `{places}`, each filled with an element; each language decides where the places are. */
import type { ComponentChildren } from 'preact';
import { Fragment } from 'preact';

export function Filled({ text, parts }: { text: string; parts: Readonly<Record<string, ComponentChildren>> }) {
  return (
    <>
      {text.split(/\{(\w+)\}/u).map((piece, at) => (
        <Fragment key={at}>{at % 2 === 1 ? parts[piece] : piece}</Fragment>
      ))}
    </>
  );
}
