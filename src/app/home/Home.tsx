/** The screen for sending: what to send, the devices in reach, and running transfers. */
import type { ComponentChildren } from 'preact';
import { idOf } from '../../protocol/keys.ts';
import { OwnName } from '../frame/OwnName.tsx';
import type { Model } from '../model/model.ts';
import { confusable, standingOf } from '../people/standing.ts';
import { OwnMark } from '../pieces/PersonMark.tsx';
import type { Choosing } from '../send/choosing.ts';
import type { Compose } from '../send/compose.ts';
import type { Departure } from '../send/departures.ts';
import type { Shell } from '../shell/shell.ts';
import { Away } from './Away.tsx';
import { CannotTransfer } from './CannotTransfer.tsx';
import { Devices } from './Devices.tsx';
import { SiteData } from './SiteData.tsx';
import { TurnedAway } from './TurnedAway.tsx';
import { useArrived, What } from './What.tsx';

type Props = {
  model: Model;
  shell: Shell;
  compose: Compose;
  choosing: Choosing;
  /** The buttons for choosing, where they are not at the lower edge. */
  choose: ComponentChildren;
  /** Stand beside the chosen files. */
  asides: ComponentChildren;
  /** Stands below the devices. */
  people: ComponentChildren;
  transfers: ComponentChildren;
};

export function Home({ model, shell, compose, choosing, choose, asides, people, transfers }: Props) {
  const { arrivals } = shell;
  useArrived({ arrivals, choosing });
  const hasChosen = compose.files.value.length > 0;
  const leaving = hasChosen ? undefined : compose.departures.waiting.value.filter((it) => it.takesMore).pop();
  const hasDevices = model.devices.value.length > 0 || model.connection.value !== 'offline';
  return (
    <main class="page">
      <div class="side">
        <Myself model={model} />
        <SiteData state={shell.siteData.value} />
        <WhyOffline model={model} shell={shell} />
        {model.canTransfer ? (
          <What {...{ arrivals, compose, choosing, choose, asides, leaving }} />
        ) : (
          <CannotTransfer address={shell.address.value} />
        )}
      </div>
      <div class="here">
        {hasDevices && <Here {...{ model, shell, compose, choosing, people, leaving }} />}
        {transfers}
      </div>
    </main>
  );
}

/** By what others find the owner of this device. */
function Myself({ model }: Pick<Props, 'model'>) {
  return (
    <div class="myself">
      <OwnName name={model.ownName.value} onRename={(name) => model.rename(name)} />
      <OwnMark id={idOf(model.ownKey)} />
    </div>
  );
}

function WhyOffline({ model, shell }: Pick<Props, 'model' | 'shell'>) {
  const why = model.whyOffline.value;
  if (why === undefined) return null;
  return why === 'none' ? (
    <Away last={shell.lastRouter.value} hasTransfers={model.transfers.value.length > 0} />
  ) : (
    <TurnedAway why={why} />
  );
}

type HereProps = Pick<Props, 'model' | 'shell' | 'compose' | 'choosing' | 'people'> & {
  leaving: Departure | undefined;
};

function Here({ model, shell, compose, choosing, people, leaving }: HereProps) {
  const devices = compose.listed.value;
  return (
    <Devices
      devices={devices}
      more={model.moreDevices.value}
      marked={compose.marked.value}
      standing={(device) => standingOf(model.people, device)}
      alike={confusable(model.people, devices, model.ownName.value)}
      hasFiles={compose.files.value.length > 0}
      takesMore={leaving !== undefined}
      missed={compose.missed.value}
      disabled={!model.canTransfer}
      address={shell.address.value}
      people={people}
      online={model.connection.value === 'online'}
      onPress={(device) => choosing.whenLooked(() => compose.press(device))}
      onToggleSeveral={compose.toggleSeveral}
      onSend={() => choosing.whenLooked(compose.sendToMarked)}
    />
  );
}
