/** The box that marks several people at one press, in the mode "several". */
import type { ComponentChildren } from 'preact';
import type { DeviceId } from '../../protocol/signaling.ts';
import { useLateText } from '../i18n/context.ts';
import type { Listed } from '../model/presence.ts';
import { Name } from '../pieces/Name.tsx';
import { Phrase } from '../pieces/Phrase.tsx';
import type { Compose } from './compose.ts';

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

type PlaceProps = {
  devices: readonly Listed[];
  place: string;
  compose: Pick<Compose, 'marked' | 'toggleAll'>;
};

/** All who are at another router. */
export function MarkPlace({ devices, place, compose }: PlaceProps) {
  const { words } = useLateText();
  const marked = compose.marked.value;
  if (marked === undefined) return null;
  return (
    <MarkAll devices={devices} marked={marked} onToggle={compose.toggleAll}>
      <Phrase text={words.allOf}>
        <Name of={place} />
      </Phrase>
    </MarkAll>
  );
}
