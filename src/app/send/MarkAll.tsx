/** Marks several people at one press, in the mode "several": everybody, or all who are at one place. */
import type { DeviceId } from '../../protocol/signaling.ts';
import { useLateText } from '../i18n/context.ts';
import type { Listed } from '../model/presence.ts';
import { Icon } from '../pieces/icons.tsx';
import { Name } from '../pieces/Name.tsx';
import { Phrase } from '../pieces/Phrase.tsx';
import type { Compose } from './compose.ts';

type Marking = Pick<Compose, 'marked' | 'toggleAll'>;

/** Of these devices, those that are here, and how many of them are marked. */
function markedOf(devices: readonly Listed[], marked: ReadonlySet<DeviceId>) {
  const here = devices.filter(({ hasLeft }) => !hasLeft).map(({ id }) => id);
  const count = here.filter((id) => marked.has(id)).length;
  return { here, isAll: count > 0 && count === here.length, isSome: count > 0 && count < here.length };
}

export function MarkEverybody({ compose }: { compose: Marking & Pick<Compose, 'listed'> }) {
  const { words } = useLateText();
  const { here, isAll, isSome } = markedOf(compose.listed.value, compose.marked.value ?? new Set());
  return (
    <button
      class="button toggle everybody"
      type="button"
      aria-pressed={isSome ? 'mixed' : isAll}
      disabled={here.length === 0}
      onClick={() => compose.toggleAll(here)}
    >
      <Icon name={isAll ? 'check' : 'people'} />
      {words.everybody}
    </button>
  );
}

type PlaceProps = { devices: readonly Listed[]; place: string; compose: Marking };

/** All who are at another router. No button: in the list of devices each button is a device. */
export function MarkPlace({ devices, place, compose }: PlaceProps) {
  const { words } = useLateText();
  const marked = compose.marked.value;
  if (marked === undefined) return null;
  const { here, isAll, isSome } = markedOf(devices, marked);
  return (
    <label class="mark-all">
      <input
        type="checkbox"
        ref={(box) => {
          if (box) box.indeterminate = isSome;
        }}
        checked={isAll}
        disabled={here.length === 0}
        onChange={() => compose.toggleAll(here)}
      />
      <span>
        <Phrase text={words.allOf}>
          <Name of={place} />
        </Phrase>
      </span>
    </label>
  );
}
