/** What stands at the lower edge now: what has just arrived, choosing on the first screen, and the tabs. */
import type { ComponentChildren } from 'preact';
import type { Desk } from './desk.ts';
import { Bottom } from './frame/Bottom.tsx';
import { isWide } from './frame/wide.ts';
import { Choose } from './home/Choose.tsx';
import { useText } from './i18n/context.ts';
import { LateArrivedBar } from './late-parts.tsx';

type Props = { desk: Desk; tabs: ComponentChildren };

export function LowerEdge({ desk, tabs }: Props) {
  const { words } = useText();
  const { model, navigation } = desk;
  const isHome = navigation.place.value.screen === 'home';
  const connection = model.connection.value;
  const note =
    connection === 'connecting' || connection === 'reconnecting' ? words.connectionHelp[connection] : undefined;
  return (
    <>
      {isHome && <JustArrived arrived={desk.arrived} />}
      <Bottom note={note} choose={isHome && !isWide.value && model.canTransfer && <Choose desk={desk} />} tabs={tabs} />
    </>
  );
}

/** A separate component, so that progress redraws nothing else. */
function JustArrived({ arrived }: Pick<Desk, 'arrived'>) {
  const [newest] = arrived.value;
  return newest ? <LateArrivedBar key={newest.key} transfer={newest} /> : null;
}
