/** The people in reach, one button for the device of each; "several" turns the buttons into toggles. */
import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import type { DeviceId } from '../../protocol/signaling.ts';
import { useArrivedText, useText } from '../i18n/context.ts';
import { fill } from '../i18n/format.ts';
import type { FirstWords } from '../i18n/words/first-screen.ts';
import type { Words } from '../i18n/words/words.ts';
import type { Listed } from '../model/presence.ts';
import type { Standing } from '../people/standing.ts';
import { Icon } from '../pieces/icons.tsx';
import { spokenOf, usePeople } from '../pieces/people.ts';
import { hashOf } from '../place/place.ts';
import type { Recipient } from '../send/departures.ts';
import { PeopleList } from './PeopleList.tsx';
import { useRoom } from './useRoom.ts';

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
  /** Files are chosen, looked at or about to leave, or people are marked: nothing in the list may move. */
  isHeld: boolean;
  /** Resolves when nobody is about to press anything. */
  rest: () => Promise<void>;
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
  /** What is said of the last choice, above that. */
  told: ComponentChildren;
  /** Sends to those who are marked, in the mode "several". `isFinding`: not everybody is in sight, but who was looked for. */
  sendBar: (isFinding: boolean) => ComponentChildren;
};

export function People(props: Props) {
  const { devices, more, marked, hasFiles, takesMore, disabled } = props;
  const { words, format } = useText();
  const late = useArrivedText()?.words;
  const found = useSignal<readonly DeviceId[] | undefined>(undefined);
  const isParted = devices.some(({ section }) => section !== undefined);
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
      {devices.length > 0 && !disabled && <NextStep {...props} />}
      <PeopleList {...props} found={found} isParted={isParted} />
      {more > 0 && late && <p class="hint">{format.count(late.moreDevices, more)}</p>}
      {devices.length === 0 && (props.online ? props.nobody : <p class="hint">{words.devicesLater}</p>)}
      {props.people}
      <div class="people-end">
        <div class="told">{props.told}</div>
        {props.sendBar(isParted && found.value !== undefined)}
      </div>
    </section>
  );
}

/** In one room, so that no sentence moves a device: what to do, or who got nothing. */
function NextStep(props: Props) {
  const { missed, isHeld, rest } = props;
  const { words, format } = useText();
  const late = useArrivedText()?.words;
  const people = usePeople();
  const hasRoom = useRoom(isHeld, rest);
  if (missed.length === 0 || late === undefined)
    return (
      <p class="hint next-step" data-room={hasRoom}>
        {nextStep(props, words, late)}
      </p>
    );
  return (
    <p key="missed" class="hint next-step" data-room="true" role="alert">
      {fill(late.missed, { names: format.list(missed.map((one) => spokenOf(people, one, words))) })}
    </p>
  );
}

/** Who has begun before all words are there reads what comes first. */
function nextStep({ marked, hasFiles, takesMore }: Props, words: FirstWords, late: Words | undefined): string {
  if (marked !== undefined) return late?.pressSeveral ?? words.several;
  if (hasFiles) return words.pressToSend;
  return (takesMore && late?.pressAlso) || words.pressToChoose;
}

function Several({ isOn, onToggle }: { isOn: boolean; onToggle: () => void }) {
  return (
    <button class="button toggle" type="button" aria-pressed={isOn} onClick={onToggle}>
      <Icon name={isOn ? 'check' : 'people'} />
      {useText().words.several}
    </button>
  );
}
