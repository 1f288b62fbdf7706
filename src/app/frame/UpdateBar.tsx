/** Offers a newer version of the app, quietly and only while nothing would be cut off. */
import { useLateText } from '../i18n/context.ts';
import { Icon } from '../pieces/icons.tsx';
import type { Shell } from '../shell/shell.ts';

export function UpdateBar({ shell }: { shell: Shell }) {
  const { words } = useLateText();
  if (!shell.canRenew.value) return null;
  return (
    <section class="update" aria-label={words.here.newVersion}>
      <p>{words.here.newVersion}</p>
      <button class="button" type="button" onClick={shell.renew}>
        <Icon name="again" />
        {words.reload}
      </button>
    </section>
  );
}
