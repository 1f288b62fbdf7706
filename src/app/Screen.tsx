/** The screen of the place at which one is. */
import type { Desk } from './desk.ts';
import { Stopped } from './frame/Stopped.tsx';
import { isWide } from './frame/wide.ts';
import type { Secure } from './here/HereScreen.tsx';
import { Choose } from './home/Choose.tsx';
import { Home } from './home/Home.tsx';
import {
  LateAboutChosen,
  LateAsides,
  LateBoard,
  LateBring,
  LateGroups,
  LateGroupsLink,
  LateHere,
  LateInbox,
  LateMarkPlace,
  LateNameField,
  LateNewMessages,
  LateNobody,
  LatePeople,
  LateSearch,
  LateSendBar,
  LateTalks,
  LateTransfers,
  LateTray,
  LateTrouble,
} from './late-parts.tsx';
import { isMoving } from './model/running.ts';
import { rest } from './session/rest.ts';
import { mayDoze } from './shell/wake-lock.ts';

type Props = { desk: Desk; secure: Secure | undefined };

export function Screen({ desk, secure }: Props) {
  const { model, shell, navigation } = desk;
  const connection = model.connection.value;
  const place = navigation.place.value;
  if (connection === 'outdated' || connection === 'replaced')
    return (
      <Stopped
        why={connection}
        transfers={<Running desk={desk} />}
        onReload={shell.renew}
        onUseHere={() => (shell.isOutrun.value ? shell.renew() : model.takeOver())}
      />
    );
  switch (place.screen) {
    case 'home':
      return <HomeHere desk={desk} />;
    case 'bring':
      return (
        <LateBring address={shell.address.value} routerName={model.router.value?.name ?? ''} navigation={navigation} />
      );
    case 'here':
      return <LateHere {...{ model, shell, navigation, secure }} />;
    case 'people':
    case 'person':
      return <LatePeople place={place} model={model} navigation={navigation} />;
    case 'board':
    case 'post':
    case 'write':
      return <LateBoard place={place} model={model} navigation={navigation} />;
    case 'groups':
      return (
        <LateGroups
          key={place.invited}
          place={place}
          groups={model.groups}
          address={shell.address.value}
          navigation={navigation}
        />
      );
    default:
      return <LateInbox place={place} model={model} navigation={navigation} />;
  }
}

function HomeHere({ desk }: { desk: Desk }) {
  const { model, shell, compose, choosing } = desk;
  return (
    <Home
      {...{ model, shell, compose, choosing }}
      choose={isWide.value && <Choose desk={desk} isWide tray={<LateTray compose={compose} isWide />} />}
      asides={<LateAsides choosing={choosing} compose={compose} arrivals={shell.arrivals} />}
      told={<LateAboutChosen choosing={choosing} compose={compose} />}
      people={model.groups.kept.value.onlyGroups && <LateGroupsLink groups={model.groups} />}
      trouble={
        <>
          <LateTrouble model={model} shell={shell} />
          <LateNewMessages model={model} />
        </>
      }
      nobody={<LateNobody address={shell.address.value} routerName={model.router.value?.name ?? ''} />}
      search={(onFound) => <LateSearch devices={compose.listed.value} router={model.router.value} onFound={onFound} />}
      markAll={(devices, place) => <LateMarkPlace {...{ devices, place, compose }} />}
      sendBar={(isFinding) => <LateSendBar {...{ compose, choosing, isFinding }} />}
      rest={rest}
      transfers={
        <>
          <Running desk={desk} />
          <LateTalks model={model} />
        </>
      }
      naming={(naming) => <LateNameField {...naming} />}
    />
  );
}

/** A separate component, so that a tick of progress redraws nothing else. */
function Running({ desk: { model, shell, atHome } }: { desk: Desk }) {
  const asksForScreen = mayDoze(shell, model) && isMoving(atHome.value);
  return <LateTransfers {...{ asksForScreen, calls: model }} transfers={atHome.value} />;
}
