/** Sends to the person of this screen: what was chosen already, or what is chosen here for them. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Device } from '../../protocol/signaling.ts';
import { useLateText } from '../i18n/context.ts';
import type { ChosenFile, Model } from '../model/model.ts';
import { catchFocus } from '../pieces/focus.ts';
import { Icon } from '../pieces/icons.tsx';
import { AboutChosen } from '../send/AboutChosen.tsx';
import { Brought } from '../send/Brought.tsx';
import type { Choosing } from '../send/choosing.ts';
import type { Compose } from '../send/compose.ts';
import { Looking } from '../send/Looking.tsx';
import { Picker } from '../send/Picker.tsx';
import { Tray } from '../send/Tray.tsx';

type Props = {
  /** The id in the address. */
  to: string;
  model: Pick<Model, 'devices' | 'people' | 'canTransfer'>;
  compose: Compose;
  choosing: Choosing;
};

export function SendTo({ to, model, compose, choosing }: Props) {
  const device = model.devices.value.find(({ id, hasLeft }) => id === to && !hasLeft);
  if (!model.canTransfer || device === undefined || model.people.isBlocked(device.id)) return null;
  return <SendHere id={device.id} compose={compose} choosing={choosing} />;
}

type HereProps = Pick<Device, 'id'> & Pick<Props, 'compose' | 'choosing'>;

function SendHere({ id, compose, choosing }: HereProps) {
  const input = useRef<HTMLInputElement>(null);
  // While they leave as well, or the camera would come where "Send" was, under the next tap.
  const hasFiles = compose.files.value.length > 0 || compose.leaving.value !== undefined;
  useLayoutEffect(() => (hasFiles ? catchFocus : undefined), [hasFiles]);
  const bring = (files: readonly ChosenFile[]): void =>
    choosing.dropped({ files: [...files], unread: [], emptyFolders: [] }, id);
  return (
    <div class="send-to">
      <Brought choosing={choosing} to={id} />
      <Looking choosing={choosing} />
      <AboutChosen choosing={choosing} compose={compose} />
      {hasFiles ? (
        <These id={id} compose={compose} choosing={choosing} />
      ) : (
        <Picker
          input={input}
          wanted={0}
          onChoose={() => input.current?.click()}
          onPicked={(files, wasClosed) => {
            if (!wasClosed) bring(files);
          }}
          onBrought={bring}
        />
      )}
    </div>
  );
}

/** Files that were chosen before the person: what they are, and the button, in one row. */
function These({ id, compose, choosing }: HereProps) {
  const { words } = useLateText();
  const isLeaving = compose.leaving.value !== undefined;
  const send = (): void => {
    if (compose.marked.value !== undefined) compose.toggleSeveral(); // or the press would mark
    compose.press(id);
  };
  return (
    <div class="send-these">
      <Tray compose={compose} isWide={false} />
      <button
        class="button primary"
        type="button"
        aria-disabled={isLeaving} // and keeps the focus
        onClick={() => isLeaving || choosing.whenLooked(send)}
      >
        {words.send}
        <Icon name="forward" />
      </button>
    </div>
  );
}
