/** What stands on the page: the top, what is said on every screen, the screen of this place, and the lower edge. */
import { untracked, useSignalEffect } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Desk } from './desk.ts';
import { Masthead } from './frame/Masthead.tsx';
import { PartMissing } from './frame/PartMissing.tsx';
import { SignLine } from './frame/SignLine.tsx';
import { Tabs } from './frame/Tabs.tsx';
import { useReturn } from './frame/useReturn.ts';
import { isWide } from './frame/wide.ts';
import type { Secure } from './here/HereScreen.tsx';
import { useInbox } from './inbox/useInbox.ts';
import { LowerEdge } from './LowerEdge.tsx';
import type { Speech } from './language/language.ts';
import { parts } from './late/parts.ts';
import {
  LateCertificateEnded,
  LateClosedBar,
  LateDeparting,
  LateHeard,
  LateKeepPast,
  LateMakeSure,
  LateNotProven,
  LateOffers,
  LateReport,
  LateUpdateBar,
} from './late-parts.tsx';
import { unreadIn } from './model/unread.ts';
import { Screen } from './Screen.tsx';
import { leaveWhenHidden } from './send/leave-when-hidden.ts';

type Props = { desk: Desk; secure: Secure | undefined; speech: Speech };

export function Screens({ desk, secure, speech }: Props) {
  const { model, shell, navigation, compose } = desk;
  useUnsent(desk);
  useReturn(navigation);
  useArranged(desk);
  const connection = model.connection.value;
  const isStopped = connection === 'outdated' || connection === 'replaced';
  const tabs = isStopped ? null : <MainTabs desk={desk} />;
  return (
    <>
      <Masthead speech={speech} connection={connection} tabs={isWide.value && tabs}>
        <SignLine connection={connection} router={model.router.value} navigation={navigation} />
      </Masthead>
      {secure && <Ended found={secure.found} />}
      <LateUpdateBar shell={shell} />
      <PartMissing isMissing={parts.isMissing} connection={model.connection} shell={shell} />
      <LateNotProven warnings={model.warnings} />
      <LateClosedBar model={model} />
      <Screen desk={desk} secure={secure} />
      {!isStopped && <LateDeparting compose={compose} devices={model.devices.value} model={model} />}
      <LateOffers model={model} notices={shell.notices} />
      {!isStopped && <LowerEdge desk={desk} tabs={isWide.value ? null : tabs} />}
      <LateHeard model={model} notices={shell.notices} />
      <LateMakeSure model={model} />
      <LateReport model={model} compose={compose} arrivals={shell.arrivals} />
      <LateKeepPast model={model} />
    </>
  );
}

/** A separate component, so that progress redraws nothing else. */
function MainTabs({ desk: { model, navigation } }: { desk: Desk }) {
  const inbox = useInbox(model);
  return <Tabs navigation={navigation} inbox={inbox.value} unread={unreadIn(model.words.messages.value)} />;
}

function Ended({ found }: Pick<Secure, 'found'>) {
  const way = found.value;
  return way?.way === 'expired' ? <LateCertificateEnded plain={way.plain} /> : null;
}

/** The list of people is parted anew when it comes to the eye, and not before it is looked at. */
function useArranged({ model, navigation }: Desk): void {
  useSignalEffect(() => {
    if (navigation.place.value.screen === 'home') untracked(model.arrange);
  });
  useEffect(() => {
    const shown = (): void => {
      if (document.visibilityState === 'visible') model.arrange();
    };
    document.addEventListener('visibilitychange', shown);
    return () => document.removeEventListener('visibilitychange', shown);
  }, [model]);
}

/** What only this page has, or is about to get, is looked after on every screen. */
function useUnsent({ shell, navigation, compose, choosing }: Desk): void {
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
}
