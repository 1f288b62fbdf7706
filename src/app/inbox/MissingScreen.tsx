/** What was asked for is not here: deleted meanwhile, or the engine has not yet told what there is. */
import { useText } from '../i18n/context.ts';
import { ScreenHead } from './ScreenHead.tsx';

export function MissingScreen({ isGone, onBack }: { isGone: boolean; onBack: () => void }) {
  const { words } = useText();
  return (
    <main class="page inbox">
      <ScreenHead title={words.inbox.title} onBack={onBack}>
        {isGone && <p class="hint">{words.inbox.gone}</p>}
      </ScreenHead>
    </main>
  );
}
