/** Who is here, one big button each; "several" turns the buttons into toggles. */
import type { Device, DeviceId } from '../../protocol/signaling.ts';
import { useText } from '../i18n/context.ts';
import { DeviceButton } from './DeviceButton.tsx';
import { Icon } from './icons.tsx';
import { Nobody } from './Nobody.tsx';

type Props = {
  devices: readonly Device[];
  marked: ReadonlySet<DeviceId> | undefined;
  hasFiles: boolean;
  disabled: boolean;
  online: boolean;
  onPress: (device: DeviceId) => void;
  onToggleSeveral: () => void;
  onSend: () => void;
};

export function Devices(props: Props) {
  const { devices, marked, hasFiles, disabled, online } = props;
  const { words, format } = useText();
  const several = marked !== undefined;
  const hint = several ? words.pressSeveral : hasFiles ? words.pressToSend : words.pressToChoose;
  return (
    <section class="devices" data-ready={hasFiles}>
      <div class="section-head">
        <h2 id="devices-title">{words.devices}</h2>
        {(several || devices.length > 1) && (
          <button
            class="button toggle"
            type="button"
            aria-pressed={several}
            disabled={disabled}
            onClick={props.onToggleSeveral}
          >
            <Icon name={several ? 'check' : 'people'} />
            {words.several}
          </button>
        )}
      </div>
      {devices.length > 0 && !disabled && <p class="hint next-step">{hint}</p>}
      <ul class="device-list" aria-labelledby="devices-title">
        {devices.map((device) => (
          <li key={device.id}>
            <DeviceButton
              device={device}
              marked={marked?.has(device.id)}
              disabled={disabled}
              onPress={() => props.onPress(device.id)}
            />
          </li>
        ))}
      </ul>
      {devices.length === 0 && (online ? <Nobody /> : <p class="hint">{words.devicesLater}</p>)}
      {several && (
        <div class="send-bar">
          <p id="send-count">{format.count(words.selected, marked.size)}</p>
          <button
            class="button primary big"
            type="button"
            aria-describedby="send-count"
            disabled={marked.size === 0}
            onClick={props.onSend}
          >
            {words.send}
            <Icon name="forward" />
          </button>
        </div>
      )}
    </section>
  );
}
