/** The screen for sending: what to send, the devices in reach, and running transfers. */
import type { ComponentChildren } from 'preact';
import { idOf } from '../../protocol/keys.ts';
import type { Naming } from '../frame/NameField.tsx';
import { OwnName } from '../frame/OwnName.tsx';
import { isWide } from '../frame/wide.ts';
import { useText } from '../i18n/context.ts';
import type { Model } from '../model/model.ts';
import { confusable, standingOf } from '../people/standing.ts';
import { PersonMark } from '../pieces/PersonMark.tsx';
import type { Choosing } from '../send/choosing.ts';
import type { Compose } from '../send/compose.ts';
import type { Shell } from '../shell/shell.ts';
import { People, type Props as PeopleProps } from './People.tsx';
import { useArrived, What } from './What.tsx';

type Props = {
  model: Model;
  shell: Shell;
  compose: Compose;
  choosing: Choosing;
  /** The buttons for choosing, where they are not at the lower edge. */
  choose: ComponentChildren;
  /** What keeps people from each other, if anything does. */
  trouble: ComponentChildren;
  /** Stand beside the chosen files. */
  asides: ComponentChildren;
  /** What is said of the last choice: on a phone at the lower edge, where it moves nobody. */
  told: ComponentChildren;
  /** Stands below the people. */
  people: ComponentChildren;
  /** In place of them, while there is nobody. */
  nobody: ComponentChildren;
  /** Looks for somebody among many. */
  search: PeopleProps['search'];
  /** Marks everybody at one place. */
  markAll: PeopleProps['markAll'];
  sendBar: PeopleProps['sendBar'];
  rest: PeopleProps['rest'];
  transfers: ComponentChildren;
  /** In which the own name is written. */
  naming: (naming: Naming) => ComponentChildren;
};

export function Home({
  model,
  shell,
  compose,
  choosing,
  choose,
  asides,
  told,
  trouble,
  transfers,
  naming,
  ...around
}: Props) {
  const { arrivals } = shell;
  useArrived({ arrivals, choosing });
  const hasDevices = model.devices.value.length > 0 || model.connection.value !== 'offline';
  const isBelow = !isWide.value && hasDevices;
  return (
    <main class="page">
      <div class="side">
        <Myself model={model} naming={naming} />
        {trouble}
        {model.canTransfer && <What {...{ arrivals, choose, asides }} told={!isBelow && told} />}
      </div>
      <div class="here">
        {hasDevices && (
          <Here {...{ model, compose, choosing, ...around }} told={isBelow && model.canTransfer && told} />
        )}
        {transfers}
      </div>
    </main>
  );
}

/** By what others find the owner of this device. */
function Myself({ model, naming }: Pick<Props, 'model' | 'naming'>) {
  const { words } = useText();
  return (
    <div class="myself">
      <OwnName name={model.ownName.value} onRename={(name) => model.rename(name)} field={naming} />
      <p class="my-mark">
        <PersonMark of={idOf(model.ownKey)} /> <span class="hidden">{words.yourMark}</span>
      </p>
    </div>
  );
}

type HereProps = Pick<
  Props,
  'model' | 'compose' | 'choosing' | 'people' | 'nobody' | 'search' | 'markAll' | 'sendBar' | 'rest' | 'told'
>;

function Here({ model, compose, choosing, people, nobody, search, markAll, sendBar, rest, told }: HereProps) {
  const devices = compose.listed.value;
  const marked = compose.marked.value;
  const isHeld = choosing.unexamined.value.length > 0 || compose.holdsFiles.value || marked !== undefined;
  return (
    <People
      devices={devices}
      more={model.moreDevices.value}
      marked={marked}
      standing={(device) => standingOf(model.people, device)}
      alike={confusable(model.people, devices, model.ownName.value)}
      hasFiles={compose.files.value.length > 0}
      takesMore={compose.leaving.value !== undefined}
      isHeld={isHeld}
      rest={rest}
      missed={compose.missed.value}
      disabled={!model.canTransfer}
      nobody={nobody}
      search={search}
      markAll={markAll}
      people={people}
      online={model.connection.value === 'online'}
      onPress={(device) => choosing.whenLooked(() => compose.press(device))}
      onToggleSeveral={compose.toggleSeveral}
      sendBar={sendBar}
      told={told}
    />
  );
}
