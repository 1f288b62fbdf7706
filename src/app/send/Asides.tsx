/** What is dropped and pasted, and what stands beside the chosen files: what was shared to this app and is not among them yet. */
import type { Arrivals } from '../arrivals/arrivals.ts';
import { Brought } from './Brought.tsx';
import type { Choosing } from './choosing.ts';
import type { Compose } from './compose.ts';
import { usePeopleInSight } from './people-in-sight.ts';
import { SharedHere } from './SharedHere.tsx';

type Props = {
  choosing: Pick<Choosing, 'unexamined' | 'dropped' | 'wrote'>;
  compose: Pick<Compose, 'files'>;
  arrivals: Pick<Arrivals, 'shares' | 'useShares' | 'dropShares'>;
};

export function Asides({ choosing, compose, arrivals }: Props) {
  usePeopleInSight(choosing, compose.files.value.length > 0);
  const { value: shares } = arrivals.shares;
  return (
    <>
      <Brought choosing={choosing} />
      {shares.length > 0 && <SharedHere shares={shares} onUse={arrivals.useShares} onDrop={arrivals.dropShares} />}
    </>
  );
}
