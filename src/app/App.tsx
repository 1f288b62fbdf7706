/** The visible app: one model in, everything on the screen out. */
import { type ReadonlySignal, useComputed, useSignalEffect } from '@preact/signals';
import type { RefObject } from 'preact';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { idOf } from '../protocol/keys.ts';
import { isActive } from '../transfer/about-view.ts';
import { forgetting } from './forget/forgetting.ts';
import { CertificateEnded } from './frame/CertificateEnded.tsx';
import { Footer } from './frame/Footer.tsx';
import { Masthead } from './frame/Masthead.tsx';
import { PartMissing } from './frame/PartMissing.tsx';
import { SecureAddress } from './frame/SecureAddress.tsx';
import { Sign } from './frame/Sign.tsx';
import { Stopped } from './frame/Stopped.tsx';
import { UpdateBar } from './frame/UpdateBar.tsx';
import { Home } from './home/Home.tsx';
import { TextContext } from './i18n/context.ts';
import { createLanguage } from './i18n/language.ts';
import { watchAtHome } from './inbox/at-home.ts';
import { createNavigation, type Navigation } from './inbox/navigation.ts';
import { ReceivedLink } from './inbox/ReceivedLink.tsx';
import { parts } from './late/parts.ts';
import {
  fetchLateParts,
  LateArrivedBar,
  LateAsides,
  LateClosedBar,
  LateClosedSwitch,
  LateDeparting,
  LateForget,
  LateForgotten,
  LateGroups,
  LateGroupsLink,
  LateInbox,
  LateMakeSure,
  LateNotProven,
  LateOffers,
  LatePeople,
  LatePeopleHere,
  LateReport,
  LateTransfers,
  lateExamine,
} from './late-parts.tsx';
import { watchArrived } from './model/arrived.ts';
import type { Model } from './model/model.ts';
import { isMoving } from './model/running.ts';
import { GroupsContext } from './pieces/groups.ts';
import { PeopleContext } from './pieces/people.ts';
import { createChoosing } from './send/choosing.ts';
import { type Compose, createCompose } from './send/compose.ts';
import { leaveWhenHidden } from './send/leave-when-hidden.ts';
import type { SecureWay } from './shell/secure-way.ts';
import type { Shell } from './shell/shell.ts';

type Props = {
  model: Model;
  shell: Shell;
  /** Another address of the same router, and how to go there; absent when there is none to look for. */
  secure?: { readonly found: ReadonlySignal<SecureWay | undefined>; readonly go: (url: string) => void };
};

export function App({ model, shell, secure }: Props) {
  const language = useMemo(createLanguage, []);
  const navigation = useMemo(createNavigation, []);
  const input = useRef<HTMLInputElement>(null);
  // Created here, so that chosen files stay, and the list stays as it is, while a person looks at received ones.
  const compose = useMemo(() => createCompose(model, () => input.current?.click()), [model]);
  const text = language.text.value;
  useEffect(fetchLateParts, []);
  useEffect(() => {
    if (text) document.documentElement.lang = text.tag;
  }, [text]);
  if (text === undefined) return null;
  const end = forgetting.value;
  if (end.state !== 'no')
    return (
      <TextContext.Provider value={text}>
        <Masthead onLanguage={language.choose} />
        <LateForgotten forgetting={end} />
      </TextContext.Provider>
    );
  return (
    <TextContext.Provider value={text}>
      <PeopleContext.Provider value={model.people}>
        <GroupsContext.Provider value={model.groupsOf}>
          <Masthead onLanguage={language.choose} />
          {secure && <Ended found={secure.found} />}
          <UpdateBar shell={shell} />
          <PartMissing isMissing={parts.isMissing} connection={model.connection} shell={shell} />
          <LateNotProven warnings={model.warnings} />
          <LateClosedBar model={model} />
          <Main {...{ model, shell, navigation, compose, input }} />
          {secure && <Secure model={model} found={secure.found} go={secure.go} />}
          <Footer model={model} shell={shell}>
            <LateClosedSwitch model={model} />
            <LateForget model={model} shell={shell} />
          </Footer>
          <LateOffers model={model} notices={shell.notices} />
          <LateMakeSure model={model} />
          <LateReport model={model} compose={compose} arrivals={shell.arrivals} />
        </GroupsContext.Provider>
      </PeopleContext.Provider>
    </TextContext.Provider>
  );
}

type MainProps = {
  model: Model;
  shell: Shell;
  navigation: Navigation;
  compose: Compose;
  input: RefObject<HTMLInputElement | null>;
};

function Main({ model, shell, navigation, compose, input }: MainProps) {
  const choosing = useMemo(() => createChoosing(compose, lateExamine), [compose]);
  const atHome = useMemo(() => watchAtHome(model.transfers), [model]);
  const arrived = useMemo(() => watchArrived(atHome), [atHome]);
  useEffect(() => leaveWhenHidden(compose.departures), [compose]);
  useSignalEffect(() => {
    shell.hasChosen.value = compose.holdsFiles.value || choosing.unexamined.value.length > 0;
  });
  // Arrivals go to the first screen: a person who shares something wants to send it now.
  useSignalEffect(() => {
    const { waiting, shares, isLost } = shell.arrivals;
    const hasArrived = [waiting, shares].some(({ value }) => value.length > 0) || isLost.value;
    if (hasArrived && navigation.place.peek().screen !== 'home') navigation.go({ screen: 'home' });
  });
  const connection = model.connection.value;
  const place = navigation.place.value;
  const sign = (
    <Sign
      connection={connection}
      router={model.router.value}
      ownName={model.ownName.value}
      ownId={idOf(model.ownKey)}
      onRename={(name) => model.rename(name)}
    />
  );
  const transfers = <Running transfers={atHome} arrived={arrived} calls={model} keepsScreenOn={shell.keepsScreenOn} />;
  if (connection === 'outdated' || connection === 'replaced')
    return (
      <Stopped
        why={connection}
        sign={sign}
        transfers={transfers}
        onReload={shell.renew}
        onUseHere={() => (shell.isOutrun.value ? shell.renew() : model.takeOver())}
      />
    );
  const asides = <LateAsides choosing={choosing} compose={compose} arrivals={shell.arrivals} />;
  const people = (
    <>
      <LatePeopleHere model={model} />
      <LateGroupsLink groups={model.groups} />
    </>
  );
  const received = <ReceivedLink model={model} navigation={navigation} />;
  return (
    <>
      {place.screen === 'home' ? (
        <>
          <Home {...{ model, shell, compose, choosing, input, sign, asides, received, people, transfers }} />
          <JustArrived arrived={arrived} />
        </>
      ) : place.screen === 'people' || place.screen === 'person' ? (
        <LatePeople place={place} model={model} navigation={navigation} />
      ) : place.screen === 'groups' ? (
        <LateGroups
          key={place.invited}
          place={place}
          groups={model.groups}
          address={shell.address.value}
          navigation={navigation}
        />
      ) : (
        <LateInbox place={place} model={model} navigation={navigation} />
      )}
      <LateDeparting compose={compose} devices={model.devices.value} model={model} />
    </>
  );
}

function Ended({ found }: Pick<NonNullable<Props['secure']>, 'found'>) {
  const way = found.value;
  return way?.way === 'expired' ? <CertificateEnded plain={way.plain} /> : null;
}

function Secure({ model, found, go }: { model: Model } & NonNullable<Props['secure']>) {
  const isBusy = useComputed(() => model.offers.value.length > 0 || model.transfers.value.some(isActive));
  // Extras (installing, large files) are useless where nothing can be transferred.
  return model.canTransfer ? <SecureAddress found={found.value} busy={isBusy.value} onGo={go} /> : null;
}

/** A separate component, so that a tick of progress redraws nothing else. */
function Running({ transfers, arrived, calls, keepsScreenOn }: Running) {
  // Computers do not go to sleep within minutes, and are not put into a pocket.
  const mayDoze = !keepsScreenOn && calls.ownKind !== 'computer';
  const asksForScreen = mayDoze && isMoving(transfers.value);
  return <LateTransfers {...{ asksForScreen, calls }} transfers={transfers.value} arrived={arrived.value} />;
}

type Running = { transfers: Shown; arrived: Shown; calls: Model; keepsScreenOn: boolean };
type Shown = Model['transfers'];

function JustArrived({ arrived }: { arrived: Shown }) {
  const [newest] = arrived.value;
  return newest ? <LateArrivedBar key={newest.key} transfer={newest} /> : null;
}
