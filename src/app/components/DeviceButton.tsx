/** One device: its name first, then what it is and where. `data-device` is where a drop looks for its target. */
import type { Device } from '../../protocol/signaling.ts';
import { useText } from '../i18n/context.ts';
import { Icon } from './icons.tsx';
import { Name } from './Name.tsx';
import { Phrase } from './Phrase.tsx';

type Props = {
  device: Device;
  /** Absent while a press sends at once. */
  marked: boolean | undefined;
  disabled: boolean;
  onPress: () => void;
};

export function DeviceButton({ device, marked, disabled, onPress }: Props) {
  const { words } = useText();
  return (
    <button
      class="device"
      type="button"
      data-device={device.id}
      data-away={device.away ?? false}
      aria-pressed={marked}
      disabled={disabled}
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
          {device.away && <> · {words.away}</>}
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
