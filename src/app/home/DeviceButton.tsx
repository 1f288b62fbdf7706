/** One device: its name first, then its mark, kind and place. A drop finds its target by `data-device`. */
import { useText } from '../i18n/context.ts';
import { markOf, PICTURES } from '../model/mark.ts';
import type { Listed } from '../model/presence.ts';
import { Icon } from '../pieces/icons.tsx';
import { Name } from '../pieces/Name.tsx';
import { markInWords } from '../pieces/PersonMark.tsx';
import { Phrase } from '../pieces/Phrase.tsx';

type Props = {
  device: Listed;
  /** Absent when a press sends. */
  marked: boolean | undefined;
  /** Another device here has a similar name: the mark tells them apart. */
  isAlike: boolean;
  disabled: boolean;
  onPress: () => void;
};

export function DeviceButton({ device, marked, isAlike, disabled, onPress }: Props) {
  const { words } = useText();
  const mark = markOf(device.id);
  const isAway = device.hasLeft ?? device.away ?? false;
  return (
    <button
      class="device"
      type="button"
      data-device={device.id}
      data-away={isAway}
      data-alike={isAlike}
      aria-pressed={marked}
      disabled={disabled}
      aria-disabled={device.hasLeft}
      onClick={onPress}
    >
      <span class="device-icon" aria-hidden="true">
        {marked ? <Icon name="check" /> : <span class="device-picture">{PICTURES[mark.picture]}</span>}
      </span>
      <span class="device-text">
        <span class="device-name">
          <Name of={device.name} />
        </span>{' '}
        <span class="device-about">
          <span class="device-mark">{markInWords(mark, words)}</span> · {words.kind[device.kind]}
          {isAway && <> · {device.hasLeft ? words.hasLeft : words.away}</>}
          {device.router !== undefined && (
            <>
              {' '}
              ·{' '}
              <Phrase text={words.behind}>
                <Name of={device.router} />
              </Phrase>
            </>
          )}
        </span>
        {isAlike && (
          <>
            {' '}
            <span class="device-alike">{words.alike}</span>
          </>
        )}
      </span>
      {marked === undefined && (
        <span class="device-go">
          <Icon name="forward" />
        </span>
      )}
    </button>
  );
}
