/** About this router and this device: what is seldom needed, and has its place here so that it is in nobody's way. */
import { type ReadonlySignal, useComputed } from '@preact/signals';
import { idOf } from '../../protocol/keys.ts';
import { isActive } from '../../transfer/about-view.ts';
import { Carried } from '../carried/Carried.tsx';
import { ChimeSwitch } from '../chime/ChimeSwitch.tsx';
import { ClosedSwitch } from '../closed/ClosedSwitch.tsx';
import { Forget } from '../forget/Forget.tsx';
import { GroupsLink } from '../group/GroupsLink.tsx';
import { useLateText } from '../i18n/context.ts';
import { ScreenHead } from '../inbox/ScreenHead.tsx';
import type { Model } from '../model/model.ts';
import { PeopleHere } from '../person/PeopleHere.tsx';
import { Extra } from '../pieces/Extra.tsx';
import { Icon } from '../pieces/icons.tsx';
import { OwnMark } from '../pieces/PersonMark.tsx';
import type { Navigation } from '../place/navigation.ts';
import { hashOf } from '../place/place.ts';
import { isReporting } from '../report/asked.ts';
import type { SecureWay } from '../shell/secure-way.ts';
import type { Shell } from '../shell/shell.ts';
import { Extras } from './Extras.tsx';
import { SecureAddress } from './SecureAddress.tsx';
import { Station } from './Station.tsx';
import '../styles/here.css';
import '../styles/inbox.css';

type Props = {
  model: Model;
  shell: Shell;
  navigation: Navigation;
  secure: Secure | undefined;
};

/** Another address of the same router, and how to go there. */
export type Secure = { readonly found: ReadonlySignal<SecureWay | undefined>; readonly go: (url: string) => void };

const report = (): void => {
  isReporting.value = true;
};

export function HereScreen({ model, shell, navigation, secure }: Props) {
  const { words } = useLateText();
  const isBusy = useComputed(() => model.offers.value.length > 0 || model.transfers.value.some(isActive));
  return (
    <main class="page inbox here-screen">
      <ScreenHead title={words.here.title} onBack={() => navigation.back()} />
      <Station connection={model.connection.value} router={model.router.value}>
        <OwnMark id={idOf(model.ownKey)} />
      </Station>
      {model.connection.value === 'online' && (
        <a class="button big bring-way" href={hashOf({ screen: 'bring' })}>
          <Icon name="plus" />
          {words.bringIn}
        </a>
      )}
      <nav class="here-people" aria-label={words.people}>
        <PeopleHere model={model} />
        <GroupsLink groups={model.groups} />
      </nav>
      <Carried words={model.words} />
      {/* Extras (installing, large files) are useless where nothing can be transferred. */}
      {secure && model.canTransfer && <SecureAddress found={secure.found.value} busy={isBusy.value} onGo={secure.go} />}
      <Extras model={model} shell={shell}>
        <ChimeSwitch />
        <ClosedSwitch model={model} />
        <Forget model={model} shell={shell} />
        <Extra icon="document" label={words.here.report} help={words.here.reportHelp} onPress={report} />
      </Extras>
    </main>
  );
}
