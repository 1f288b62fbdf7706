/** What stands at the lower edge now: what runs or has just arrived, choosing on the first screen, and the tabs. */
import type { ComponentChildren } from 'preact';
import type { Desk } from './desk.ts';
import { Bottom } from './frame/Bottom.tsx';
import { isWide } from './frame/wide.ts';
import { Choose } from './home/Choose.tsx';
import { useText } from './i18n/context.ts';
import { LateOngoing, LateSendTo, LateTray } from './late-parts.tsx';
import { isAtRest } from './session/rest.ts';
import { mayDoze } from './shell/wake-lock.ts';

type Props = { desk: Desk; tabs: ComponentChildren };

export function LowerEdge({ desk, tabs }: Props) {
  const { words } = useText();
  const { model, navigation, compose, choosing } = desk;
  const place = navigation.place.value;
  const isHome = place.screen === 'home';
  const connection = model.connection.value;
  const note =
    connection === 'connecting' || connection === 'reconnecting' ? words.connectionHelp[connection] : undefined;
  const choose =
    place.screen === 'person' ? (
      <LateSendTo to={place.id} {...{ model, compose, choosing }} />
    ) : (
      isHome &&
      !isWide.value &&
      model.canTransfer && <Choose desk={desk} isWide={false} tray={<LateTray compose={compose} isWide={false} />} />
    );
  return (
    <Bottom
      note={note}
      running={<GoesOn desk={desk} />}
      choose={choose}
      tabs={tabs}
      isWriting={place.screen === 'person'}
    />
  );
}

function GoesOn({ desk: { model, shell, navigation, arrived } }: Pick<Props, 'desk'>) {
  return (
    <LateOngoing
      transfers={model.transfers}
      arrived={arrived}
      calls={model}
      isBusy={shell.hasChosen}
      isAtRest={isAtRest}
      mayDoze={mayDoze(shell, model)}
      navigation={navigation}
    />
  );
}
