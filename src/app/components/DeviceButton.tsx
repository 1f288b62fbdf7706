/** One device: its name first, then what it is and where. `data-device` is where a drop looks for its target. */
import { useText } from '../i18n/context.ts';
import type { Listed } from '../presence.ts';
import { Icon } from './icons.tsx';
import { Name } from './Name.tsx';
import { Phrase } from './Phrase.tsx';

type Props = {
  device: Listed;
  /** Absent while a press sends. */
  marked: boolean | undefined;
  disabled: boolean;
  onPress: () => void;
};

export function DeviceButton({ device, marked, disabled, onPress }: Props) {
  const { words } = useText();
  const isAway = device.hasLeft ?? device.away ?? false;
  return (
    <button
      class="device"
      type="button"
      data-device={device.id}
      data-away={isAway}
      aria-pressed={marked}
      disabled={disabled}
      aria-disabled={device.hasLeft}
      onClick={onPress}
    >
      <span class="device-icon">
        <Icon name={marked ? 'check' : device.kind} />
      </span>
      <span class="device-text">
        <span class="device-name">
          <Name of={device.name} />
        </span>{' '}
        <span class="device-about">
          {words.kind[device.kind]}
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
      </span>
      {marked === undefined && (
        <span class="device-go">
          <Icon name="forward" />
        </span>
      )}
    </button>
  );
}
