/** Writes and sends to the person of this screen: what was chosen already, or what is chosen here for them. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Device, DeviceId } from '../../protocol/signaling.ts';
import type { Dropped } from '../files/files.ts';
import { useLateText } from '../i18n/context.ts';
import { nameOfWriter } from '../model/conversation.ts';
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
import { writingOf } from '../written/writing.ts';
import { Composer, intoMessage } from './Composer.tsx';

type Props = {
  /** The id in the address. */
  to: string;
  model: Model;
  compose: Compose;
  choosing: Choosing;
};

export function SendTo({ to, model, compose, choosing }: Props) {
  const id = to as DeviceId;
  if (nameOfWriter(model, id) === undefined || model.people.isBlocked(id)) return null; // the screen says so
  const isHere = model.devices.value.some((device) => device.id === id && !device.hasLeft);
  const writing = writingOf(model.words, id);
  const focus = (): void => document.querySelector<HTMLElement>('.composer textarea')?.focus();
  const instead = {
    text(text: string) {
      writing.add(text);
      focus();
    },
    ...(!(isHere && model.canTransfer) && { files: ({ files }: Dropped) => writing.attach(files) }),
  };
  const put = (): void => {
    intoMessage(writing, compose.files.value);
    compose.clear();
    focus();
  };
  const hasFiles = compose.files.value.length > 0;
  return (
    <div class="send-to">
      <Brought choosing={choosing} to={id} instead={instead} />
      <Looking choosing={choosing} />
      <AboutChosen choosing={choosing} compose={compose} />
      <Composer to={id} model={model} choosing={choosing} isHere={isHere} />
      {isHere && model.canTransfer ? (
        <SendHere {...{ id, compose, choosing }} onPut={put} />
      ) : (
        hasFiles && (
          <div class="send-these">
            <Tray compose={compose} isWide={false} />
            <PutIn onPress={put} />
          </div>
        )
      )}
    </div>
  );
}

type HereProps = Pick<Device, 'id'> & Pick<Props, 'compose' | 'choosing'> & { onPut: () => void };

function SendHere({ id, compose, choosing, onPut }: HereProps) {
  const input = useRef<HTMLInputElement>(null);
  // While they leave as well, or the camera would come where "Send" was, under the next tap.
  const hasFiles = compose.files.value.length > 0 || compose.leaving.value !== undefined;
  useLayoutEffect(() => (hasFiles ? catchFocus : undefined), [hasFiles]);
  const bring = (files: readonly ChosenFile[]): void =>
    choosing.dropped({ files: [...files], unread: [], emptyFolders: [] }, id);
  return hasFiles ? (
    <These {...{ id, compose, choosing, onPut }} />
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
  );
}

function PutIn({ onPress }: { onPress: () => void }) {
  return (
    <button class="button" type="button" onClick={onPress}>
      {useLateText().words.messages.useChosen}
    </button>
  );
}

/** Files that were chosen before the person: what they are, and the button, in one row. */
function These({ id, compose, choosing, onPut }: HereProps) {
  const { words } = useLateText();
  const isLeaving = compose.leaving.value !== undefined;
  const send = (): void => {
    if (compose.marked.value !== undefined) compose.toggleSeveral(); // or the press would mark
    compose.press(id);
  };
  return (
    <div class="send-these">
      <Tray compose={compose} isWide={false} />
      {!isLeaving && <PutIn onPress={onPut} />}
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
