/** For a page that cannot go on as it is: it is too old for the router, or another tab has taken over. */
import type { ComponentChildren } from 'preact';
import { useText } from '../i18n/context.ts';
import { Notice } from '../pieces/Notice.tsx';

type Props = {
  why: 'outdated' | 'replaced';
  /** For an outdated page, whose received files can still be saved. For a replaced page the other tab has them. */
  transfers: ComponentChildren;
  onReload: () => void;
  onUseHere: () => void;
};

export function Stopped({ why, transfers, onReload, onUseHere }: Props) {
  const { words } = useText();
  const act = why === 'outdated' ? onReload : onUseHere;
  return (
    <main class="page">
      <div class="side">
        <Notice title={words[why]}>
          <p>{why === 'outdated' ? words.outdatedHelp : words.replacedHelp}</p>
          <button class="button primary big" type="button" onClick={act}>
            {why === 'outdated' ? words.reload : words.useHere}
          </button>
        </Notice>
      </div>
      <div class="here">{why === 'outdated' && transfers}</div>
    </main>
  );
}
