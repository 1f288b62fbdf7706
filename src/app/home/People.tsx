/** The people in reach, one button for the device of each; "several" turns the buttons into toggles. */
import type { ComponentChildren } from 'preact';
import type { DeviceId } from '../../protocol/signaling.ts';
import { useText } from '../i18n/context.ts';
import { fill } from '../i18n/format.ts';
import type { FirstWords } from '../i18n/words/first-screen.ts';
import type { Listed } from '../model/presence.ts';
import type { Standing } from '../people/standing.ts';
import { Icon } from '../pieces/icons.tsx';
import { spokenOf, usePeople } from '../pieces/people.ts';
import { hashOf } from '../place/place.ts';
import type { Recipient } from '../send/departures.ts';
import { PeopleList } from './PeopleList.tsx';

export type Props = {
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
  /** In place of an empty list. */
  nobody: ComponentChildren;
  /** What is looked for among many, in the place that is kept for it. */
  search: (found: (ids: readonly DeviceId[] | undefined) => void) => ComponentChildren;
  /** In the mode "several", the box that marks all of these, who are at one place. */
  markAll: (devices: readonly Listed[], place: string) => ComponentChildren;
  onPress: (device: DeviceId) => void;
  onToggleSeveral: () => void;
  /** Sends to those who are marked, in the mode "several". */
  sendBar: ComponentChildren;
};

export function People(props: Props) {
  const { devices, more, marked, hasFiles, takesMore, missed, disabled } = props;
  const { words, format } = useText();
  const people = usePeople();
  return (
    <section class="devices" data-ready={hasFiles || takesMore}>
      <div class="section-head">
        <div class="people-title">
          <h2 tabIndex={-1}>{words.people}</h2>
          {devices.length > 0 && <span class="people-count">{format.count({ other: '#' }, devices.length)}</span>}
        </div>
        {!disabled && (marked !== undefined || devices.length > 1) && (
          <Several isOn={marked !== undefined} onToggle={props.onToggleSeveral} />
        )}
        {props.online && devices.length > 0 && (
          <a class="bring-in" href={hashOf({ screen: 'bring' })}>
            <Icon name="bring" />
            <span>{words.bringIn}</span>
          </a>
        )}
      </div>
      {devices.length > 0 && !disabled && (
        <p class="hint next-step" data-plain={marked === undefined && !hasFiles && !takesMore}>
          {nextStep(props, words)}
        </p>
      )}
      {missed.length > 0 && (
        <p class="hint" role="alert">
          {fill(words.missed, { names: format.list(missed.map((one) => spokenOf(people, one, words))) })}
        </p>
      )}
      <PeopleList {...props} />
      {more > 0 && <p class="hint">{format.count(words.moreDevices, more)}</p>}
      {devices.length === 0 && (props.online ? props.nobody : <p class="hint">{words.devicesLater}</p>)}
      {props.people}
      {props.sendBar}
    </section>
  );
}

function nextStep({ marked, hasFiles, takesMore }: Props, words: FirstWords): string {
  if (marked !== undefined) return words.pressSeveral;
  if (hasFiles) return words.pressToSend;
  return takesMore ? words.pressAlso : words.pressToChoose;
}

function Several({ isOn, onToggle }: { isOn: boolean; onToggle: () => void }) {
  return (
    <button class="button toggle" type="button" aria-pressed={isOn} onClick={onToggle}>
      <Icon name={isOn ? 'check' : 'people'} />
      {useText().words.several}
    </button>
  );
}
