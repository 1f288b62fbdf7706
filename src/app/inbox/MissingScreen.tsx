/** For an address of something that is not here: it was deleted meanwhile, or the engine has not reported yet. */
import { useLateText } from '../i18n/context.ts';
import { ScreenHead } from './ScreenHead.tsx';

export function MissingScreen({ isGone, onBack }: { isGone: boolean; onBack: () => void }) {
  const { words } = useLateText();
  return (
    <main class="page inbox">
      <ScreenHead title={words.inbox.title} onBack={onBack}>
        {isGone && <p class="hint">{words.inbox.gone}</p>}
      </ScreenHead>
    </main>
  );
}
