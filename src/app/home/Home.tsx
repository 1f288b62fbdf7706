/** The screen where one sends: what to send, who is here, what is on its way. */
import type { ComponentChildren, RefObject } from 'preact';
import { useEffect } from 'preact/hooks';
import { chosenOf } from '../arrivals/shared-text.ts';
import { onlyTooMuch } from '../files/examine.ts';
import { useText } from '../i18n/context.ts';
import { alike } from '../model/look-alike.ts';
import type { Model } from '../model/model.ts';
import type { Choosing } from '../send/choosing.ts';
import type { Compose } from '../send/compose.ts';
import { DropTarget } from '../send/DropTarget.tsx';
import { LeftOut } from '../send/LeftOut.tsx';
import { Picker } from '../send/Picker.tsx';
import { SharedHere } from '../send/SharedHere.tsx';
import { Tray } from '../send/Tray.tsx';
import type { Shell } from '../shell/shell.ts';
import { Away } from './Away.tsx';
import { CannotTransfer } from './CannotTransfer.tsx';
import { Devices } from './Devices.tsx';
import { SiteData } from './SiteData.tsx';
import { TurnedAway } from './TurnedAway.tsx';

type Props = {
  model: Model;
  shell: Shell;
  compose: Compose;
  choosing: Choosing;
  /** The file input, which `compose` opens. */
  input: RefObject<HTMLInputElement | null>;
  sign: ComponentChildren;
  received: ComponentChildren;
  transfers: ComponentChildren;
};

export function Home({ model, shell, compose, choosing, input, sign, received, transfers }: Props) {
  const { words } = useText();
  const arrivals = shell.arrivals.waiting.value;
  useEffect(() => {
    if (arrivals.length === 0) return;
    const arrived = shell.arrivals.take();
    choosing.add(arrived.map((it) => chosenOf(it, words.shell.sharedText)));
  }, [arrivals]);
  const chosen = compose.files.value;
  const leaving = chosen.length > 0 ? undefined : compose.departures.waiting.value.filter((it) => it.takesMore).pop();
  const files = leaving?.files ?? chosen;
  const { devices, connection } = model;
  const whyOffline = model.whyOffline.value;
  const isAway = connection.value === 'offline';
  return (
    <main class="page">
      <div class="side">
        {sign}
        <SiteData state={shell.siteData.value} />
        {whyOffline !== undefined && whyOffline !== 'none' && <TurnedAway why={whyOffline} />}
        {whyOffline === 'none' && (
          <Away last={shell.lastRouter.value} hasTransfers={model.transfers.value.length > 0} />
        )}
        {model.canTransfer ? (
          <section class="what">
            <Picker
              input={input}
              wanted={shell.arrivals.choices.value}
              onChoose={compose.choose}
              onPicked={choosing.picked}
            />
            {shell.arrivals.isLost.value && (
              <p class="hint" role="alert">
                {words.shell.shareLost}
              </p>
            )}
            <DropTarget onDrop={choosing.dropped} />
            {choosing.isLooking.value && (
              <p class="hint" role="status">
                {words.looking}
              </p>
            )}
            {choosing.leftOut.value && <LeftOut leftOut={choosing.leftOut.value} />}
            {compose.tooMuch.value && <LeftOut leftOut={onlyTooMuch(compose.tooMuch.value)} />}
            {shell.arrivals.shares.value.length > 0 && (
              <SharedHere
                shares={shell.arrivals.shares.value}
                onUse={shell.arrivals.useShares}
                onDrop={shell.arrivals.dropShares}
              />
            )}
            {files.length > 0 && (
              <Tray files={files} isLeaving={leaving !== undefined} onRemove={compose.remove} onClear={compose.clear} />
            )}
          </section>
        ) : (
          <CannotTransfer address={shell.address.value} />
        )}
        {received}
      </div>
      <div class="here">
        {(devices.value.length > 0 || !isAway) && (
          <Devices
            devices={devices.value}
            more={model.moreDevices.value}
            marked={compose.marked.value}
            alike={alike([...devices.value, { id: undefined, name: model.ownName.value }])}
            hasFiles={chosen.length > 0}
            takesMore={leaving !== undefined}
            missed={compose.missed.value}
            disabled={!model.canTransfer}
            address={shell.address.value}
            online={connection.value === 'online'}
            onPress={(device) => choosing.then(() => compose.press(device))}
            onToggleSeveral={compose.toggleSeveral}
            onSend={() => choosing.then(compose.sendToMarked)}
          />
        )}
        {transfers}
      </div>
    </main>
  );
}
