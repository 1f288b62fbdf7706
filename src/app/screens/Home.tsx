/** The screen where one sends: what to send, who is here, what is on its way. */
import type { ComponentChildren, RefObject } from 'preact';
import { useCallback } from 'preact/hooks';
import type { DeviceId } from '../../protocol/signaling.ts';
import type { Compose } from '../components/compose.ts';
import { Devices } from '../components/Devices.tsx';
import { DropTarget } from '../components/DropTarget.tsx';
import { Picker } from '../components/Picker.tsx';
import { Tray } from '../components/Tray.tsx';
import type { ChosenFile, Model } from '../model.ts';
import { CannotTransfer } from './CannotTransfer.tsx';

type Props = {
  model: Model;
  compose: Compose;
  /** The file input, which `compose` opens. */
  input: RefObject<HTMLInputElement | null>;
  sign: ComponentChildren;
  received: ComponentChildren;
  transfers: ComponentChildren;
};

export function Home({ model, compose, input, sign, received, transfers }: Props) {
  const onDrop = useCallback(
    (files: readonly ChosenFile[], on: DeviceId | undefined) =>
      on === undefined ? compose.add(files) : compose.sendTo(files, [on]),
    [compose],
  );
  const files = compose.files.value;
  return (
    <main class="page">
      <div class="side">
        {sign}
        {model.canTransfer ? (
          <section class="what">
            <Picker input={input} onChoose={compose.choose} onPicked={compose.picked} />
            <DropTarget onDrop={onDrop} />
            {files.length > 0 && <Tray files={files} onRemove={compose.remove} onClear={compose.clear} />}
          </section>
        ) : (
          <CannotTransfer />
        )}
        {received}
      </div>
      <div class="here">
        <Devices
          devices={model.devices.value}
          marked={compose.marked.value}
          hasFiles={files.length > 0}
          disabled={!model.canTransfer}
          online={model.connection.value === 'online'}
          onPress={compose.press}
          onToggleSeveral={compose.toggleSeveral}
          onSend={compose.sendToMarked}
        />
        {transfers}
      </div>
    </main>
  );
}
