/** What a person must know of what is chosen before they send it: what became of a text, what is left out, what is too much. */
import { onlyTooMuch } from '../files/left-out.ts';
import { useLateText } from '../i18n/context.ts';
import { fill } from '../i18n/format.ts';
import { isolated } from '../model/shown-name.ts';
import type { Choosing } from './choosing.ts';
import type { Compose } from './compose.ts';
import { LeftOut } from './LeftOut.tsx';

type Props = { choosing: Pick<Choosing, 'leftOut' | 'ofText'>; compose: Pick<Compose, 'tooMuch'> };

export function AboutChosen({ choosing, compose }: Props) {
  const { words } = useLateText();
  const { value: ofText } = choosing.ofText;
  const { value: leftOut } = choosing.leftOut;
  const { value: tooMuch } = compose.tooMuch;
  return (
    <>
      {ofText !== undefined && (
        <p class="hint" role="alert">
          {fill(words.madeOfText, { name: isolated(ofText) })}
        </p>
      )}
      {leftOut && <LeftOut leftOut={leftOut} />}
      {tooMuch && <LeftOut leftOut={onlyTooMuch(tooMuch)} />}
    </>
  );
}
