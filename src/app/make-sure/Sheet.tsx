/** One step of "make sure": a heading, which takes the focus when it changes, what belongs to it, and the answers. */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Name } from '../pieces/Name.tsx';
import { Phrase } from '../pieces/Phrase.tsx';

export const TITLE_ID = 'make-sure-title';

type Props = {
  title: string;
  /** Stands in the title where that says `{name}`. */
  name?: string;
  help?: string;
  /** Somebody may sit in between. */
  isWarning?: boolean;
  children?: ComponentChildren;
  answers: ComponentChildren;
};

export function Sheet({ title, name = '', help, isWarning = false, children, answers }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  // What had the focus is gone with the step before; a screen reader reads on from here.
  useEffect(() => heading.current?.focus(), [title]);
  return (
    <>
      <div class="offer-body make-sure" data-warning={isWarning}>
        <h2 ref={heading} id={TITLE_ID} tabIndex={-1}>
          {title.includes('{name}') ? (
            <Phrase text={title}>
              <Name of={name} />
            </Phrase>
          ) : (
            title
          )}
        </h2>
        {help !== undefined && <p>{help}</p>}
        {children}
      </div>
      <div class="offer-answer">{answers}</div>
    </>
  );
}

type AnswerProps = { text: string; kind?: 'primary' | 'plain' | 'quiet'; disabled?: boolean; onPress: () => void };

export function Answer({ text, kind = 'plain', disabled = false, onPress }: AnswerProps) {
  const look = { primary: 'button primary big', plain: 'button big', quiet: 'button quiet' }[kind];
  return (
    <button class={look} type="button" disabled={disabled} onClick={onPress}>
      {text}
    </button>
  );
}
