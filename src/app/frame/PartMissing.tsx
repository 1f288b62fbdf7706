/** For a page of which a part cannot be loaded, however often it tries: offers may be in it. Only a new page has it. */
import type { ReadonlySignal } from '@preact/signals';
import { useText } from '../i18n/context.ts';
import type { Model } from '../model/model.ts';
import { Icon } from '../pieces/icons.tsx';
import type { Shell } from '../shell/shell.ts';

type Props = { isMissing: ReadonlySignal<boolean>; connection: Model['connection']; shell: Shell };

export function PartMissing({ isMissing, connection, shell }: Props) {
  const { words } = useText();
  // Without a router nothing can be loaded, and a reload there might leave an empty page.
  if (!isMissing.value || connection.value !== 'online') return null;
  return (
    <section class="update lacking" role="alert">
      <p>{words.shell.partMissing}</p>
      <button class="button" type="button" onClick={shell.renew}>
        <Icon name="again" />
        {words.reload}
      </button>
    </section>
  );
}
