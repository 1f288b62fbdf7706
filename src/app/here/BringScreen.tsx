/** Brings somebody in: held out to them, or read aloud. */
import { useLateText } from '../i18n/context.ts';
import { ScreenHead } from '../inbox/ScreenHead.tsx';
import type { Navigation } from '../place/navigation.ts';
import { Invite } from './Invite.tsx';
import '../styles/inbox.css';

type Props = Parameters<typeof Invite>[0] & { navigation: Navigation };

export function BringScreen({ navigation, ...invite }: Props) {
  const { words } = useLateText();
  return (
    <main class="page inbox">
      <ScreenHead title={words.here.bringTitle} onBack={() => navigation.back()} />
      <Invite {...invite} />
    </main>
  );
}
