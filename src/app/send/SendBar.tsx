/** In the mode "several": everybody at one press, how many are marked, and the button that sends. */
import type { ComponentChildren } from 'preact';
import type { DeviceId } from '../../protocol/signaling.ts';
import { useText } from '../i18n/context.ts';
import type { Listed } from '../model/presence.ts';
import { Icon } from '../pieces/icons.tsx';

type MarkAllProps = {
  /** Those that it marks, as far as they are here. */
  devices: readonly Listed[];
  marked: ReadonlySet<DeviceId>;
  onToggle: (devices: readonly DeviceId[]) => void;
  children: ComponentChildren;
};

/** No button: in the list of devices each button is a device. */
export function MarkAll({ devices, marked, onToggle, children }: MarkAllProps) {
  const here = devices.filter(({ hasLeft }) => !hasLeft).map(({ id }) => id);
  const count = here.filter((id) => marked.has(id)).length;
  return (
    <label class="mark-all">
      <input
        type="checkbox"
        ref={(box) => {
          if (box) box.indeterminate = count > 0 && count < here.length;
        }}
        checked={count > 0 && count === here.length}
        disabled={here.length === 0}
        onChange={() => onToggle(here)}
      />
      <span>{children}</span>
    </label>
  );
}

type Props = Omit<MarkAllProps, 'children'> & { onSend: () => void };

export function SendBar({ devices, marked, onToggle, onSend }: Props) {
  const { words, format } = useText();
  const count = marked.size;
  return (
    <div class="send-bar">
      <MarkAll devices={devices} marked={marked} onToggle={onToggle}>
        {words.everybody}
      </MarkAll>
      <p id="send-count" class="hidden">
        {format.count(words.selected, count)}
      </p>
      <button
        class="button primary big"
        type="button"
        aria-describedby="send-count"
        disabled={count === 0}
        onClick={onSend}
      >
        {words.send}
        {count > 0 && (
          <span class="send-number" aria-hidden="true">
            {format.count({ other: '#' }, count)}
          </span>
        )}
        <Icon name="forward" />
      </button>
    </div>
  );
}
