/** One of the people: the button of their device, and the way to what is known of them. */
import { useText } from '../i18n/context.ts';
import { fill } from '../i18n/format.ts';
import type { Listed } from '../model/presence.ts';
import { Icon } from '../pieces/icons.tsx';
import { namedOf, usePeople } from '../pieces/people.ts';
import { hashOf } from '../place/place.ts';
import { DeviceButton } from './DeviceButton.tsx';
import type { Props as PeopleProps } from './People.tsx';

type Props = Pick<PeopleProps, 'standing' | 'marked' | 'alike' | 'disabled' | 'onPress'> & {
  device: Listed;
  /** Their place is said above them. */
  isUnderPlace: boolean;
};

export function PersonRow({ device, isUnderPlace, standing, marked, alike, disabled, onPress }: Props) {
  const { words } = useText();
  const people = usePeople();
  return (
    <li class="device-row">
      <DeviceButton
        device={device}
        standing={standing(device)}
        marked={marked?.has(device.id)}
        isAlike={alike.has(device.id)}
        isUnderPlace={isUnderPlace}
        disabled={disabled}
        onPress={() => onPress(device.id)}
      />
      {/* A link and not a button: each button of this list is a device. */}
      <a
        class="icon-button about-person"
        href={hashOf({ screen: 'person', id: device.id })}
        aria-label={fill(words.aboutPerson, { name: namedOf(people, device, words) })}
      >
        <Icon name="person" />
      </a>
    </li>
  );
}
