/** The devices in reach, one big button each; "several" turns the buttons into toggles. */
import type { ComponentChildren } from 'preact';
import type { DeviceId } from '../../protocol/signaling.ts';
import { useText } from '../i18n/context.ts';
import { fill } from '../i18n/format.ts';
import type { FirstWords } from '../i18n/words/first-screen.ts';
import type { Listed } from '../model/presence.ts';
import type { Standing } from '../people/standing.ts';
import { Icon } from '../pieces/icons.tsx';
import { namedOf, spokenOf, usePeople } from '../pieces/people.ts';
import { hashOf } from '../place/place.ts';
import type { Recipient } from '../send/departures.ts';
import { DeviceButton } from './DeviceButton.tsx';
import { Nobody } from './Nobody.tsx';

type Props = {
  devices: readonly Listed[];
  /** How the person of a device stands to the owner of this one. */
  standing: (device: Listed) => Standing;
  /** How many more devices there are. */
  more: number;
  marked: ReadonlySet<DeviceId> | undefined;
  /** Devices whose names are similar to another one's. */
  alike: ReadonlySet<DeviceId | undefined>;
  hasFiles: boolean;
  /** Files are about to leave, and also go to a device that is pressed now. */
  takesMore: boolean;
  /** Devices that got nothing because they had left. */
  missed: readonly Recipient[];
  disabled: boolean;
  online: boolean;
  /** Stands below the list. */
  people: ComponentChildren;
  /** The address at which newcomers find this router. */
  address: string;
  onPress: (device: DeviceId) => void;
  onToggleSeveral: () => void;
  onSend: () => void;
};

export function Devices(props: Props) {
  const { devices, more, marked, hasFiles, takesMore, missed, disabled } = props;
  const { words, format } = useText();
  const people = usePeople();
  return (
    <section class="devices" data-ready={hasFiles || takesMore}>
      <div class="section-head">
        <h2 tabIndex={-1}>{words.people}</h2>
        {(marked !== undefined || devices.length > 1) && (
          <Several isOn={marked !== undefined} disabled={disabled} onToggle={props.onToggleSeveral} />
        )}
      </div>
      {devices.length > 0 && !disabled && <p class="hint next-step">{nextStep(props, words)}</p>}
      {missed.length > 0 && (
        <p class="hint" role="alert">
          {fill(words.missed, { names: format.list(missed.map((one) => spokenOf(people, one, words))) })}
        </p>
      )}
      <ul class="device-list" aria-label={words.devices}>
        {devices.map((device) => (
          <li key={device.id} class="device-row">
            <DeviceButton
              device={device}
              standing={props.standing(device)}
              marked={marked?.has(device.id)}
              isAlike={props.alike.has(device.id)}
              disabled={disabled}
              onPress={() => props.onPress(device.id)}
            />
            <AboutLink device={device} />
          </li>
        ))}
      </ul>
      {more > 0 && <p class="hint">{format.count(words.moreDevices, more)}</p>}
      {devices.length === 0 &&
        (props.online ? <Nobody address={props.address} /> : <p class="hint">{words.devicesLater}</p>)}
      {props.people}
      {marked !== undefined && <SendBar count={marked.size} onSend={props.onSend} />}
    </section>
  );
}

/** A link and not a button: each button of this list is a device. */
function AboutLink({ device }: { device: Listed }) {
  const { words } = useText();
  const people = usePeople();
  return (
    <a
      class="icon-button about-person"
      href={hashOf({ screen: 'person', id: device.id })}
      aria-label={fill(words.aboutPerson, { name: namedOf(people, device, words) })}
    >
      <Icon name="person" />
    </a>
  );
}

function nextStep({ marked, hasFiles, takesMore }: Props, words: FirstWords): string {
  if (marked !== undefined) return words.pressSeveral;
  if (hasFiles) return words.pressToSend;
  return takesMore ? words.pressAlso : words.pressToChoose;
}

function Several({ isOn, disabled, onToggle }: { isOn: boolean; disabled: boolean; onToggle: () => void }) {
  return (
    <button class="button toggle" type="button" aria-pressed={isOn} disabled={disabled} onClick={onToggle}>
      <Icon name={isOn ? 'check' : 'people'} />
      {useText().words.several}
    </button>
  );
}

function SendBar({ count, onSend }: { count: number; onSend: () => void }) {
  const { words, format } = useText();
  return (
    <div class="send-bar">
      <p id="send-count">{format.count(words.selected, count)}</p>
      <button
        class="button primary big"
        type="button"
        aria-describedby="send-count"
        disabled={count === 0}
        onClick={onSend}
      >
        {words.send}
        <Icon name="forward" />
      </button>
    </div>
  );
}
