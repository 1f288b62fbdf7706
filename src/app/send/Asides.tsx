/**
 * What is dropped and pasted, and what stands beside the chosen files: what is left out of them, and what was shared to this
 * app and is not among them yet.
 */
import type { Arrivals } from '../arrivals/arrivals.ts';
import { onlyTooMuch } from '../files/left-out.ts';
import { useLateText } from '../i18n/context.ts';
import { fill } from '../i18n/format.ts';
import { isolated } from '../model/shown-name.ts';
import { Brought } from './Brought.tsx';
import type { Choosing } from './choosing.ts';
import type { Compose } from './compose.ts';
import { LeftOut } from './LeftOut.tsx';
import { usePeopleInSight } from './people-in-sight.ts';
import { SharedHere } from './SharedHere.tsx';

type Props = {
  choosing: Pick<Choosing, 'leftOut' | 'ofText' | 'unexamined' | 'dropped' | 'wrote'>;
  compose: Pick<Compose, 'files' | 'tooMuch'>;
  arrivals: Pick<Arrivals, 'shares' | 'useShares' | 'dropShares'>;
};

export function Asides({ choosing, compose, arrivals }: Props) {
  usePeopleInSight(choosing, compose.files.value.length > 0);
  const { value: leftOut } = choosing.leftOut;
  const { value: tooMuch } = compose.tooMuch;
  const { value: shares } = arrivals.shares;
  const { words } = useLateText();
  const { value: ofText } = choosing.ofText;
  return (
    <>
      <Brought choosing={choosing} />
      {ofText !== undefined && (
        <p class="hint" role="alert">
          {fill(words.madeOfText, { name: isolated(ofText) })}
        </p>
      )}
      {leftOut && <LeftOut leftOut={leftOut} />}
      {tooMuch && <LeftOut leftOut={onlyTooMuch(tooMuch)} />}
      {shares.length > 0 && <SharedHere shares={shares} onUse={arrivals.useShares} onDrop={arrivals.dropShares} />}
    </>
  );
}
