/** On the first screen: what keeps people from each other, or from their files, and what helps. */
import type { Model } from '../model/model.ts';
import type { Shell } from '../shell/shell.ts';
import { Away } from './Away.tsx';
import { CannotTransfer } from './CannotTransfer.tsx';
import { SiteData } from './SiteData.tsx';
import { TurnedAway } from './TurnedAway.tsx';
import '../styles/trouble.css';

type Props = { model: Model; shell: Shell };

export function Trouble({ model, shell }: Props) {
  return (
    <>
      <SiteData state={shell.siteData.value} />
      <WhyOffline model={model} shell={shell} />
      {!model.canTransfer && <CannotTransfer address={shell.address.value} />}
    </>
  );
}

function WhyOffline({ model, shell }: Props) {
  const why = model.whyOffline.value;
  if (why === undefined) return null;
  return why === 'none' ? (
    <Away last={shell.lastRouter.value} hasTransfers={model.transfers.value.length > 0} />
  ) : (
    <TurnedAway why={why} />
  );
}
