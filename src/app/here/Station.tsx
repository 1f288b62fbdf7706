/** The whole station sign: connected or not, to which router, and what that means. A long press on it opens the report of a problem. */
import type { ComponentChildren } from 'preact';
import type { RouterIdentity } from '../../protocol/signaling.ts';
import { useLateText } from '../i18n/context.ts';
import type { Connection } from '../model/model.ts';
import { Name } from '../pieces/Name.tsx';

type Props = {
  connection: Connection;
  router: RouterIdentity | undefined;
  /** Stands at its lower end. */
  children: ComponentChildren;
};

export function Station({ connection, router, children }: Props) {
  const { words } = useLateText();
  const note = { ...words.connectionHelp, online: words.here.noInternet, offline: '', outdated: '', replaced: '' }[
    connection
  ];
  return (
    <section class="sign" data-connection={connection}>
      <p class="station">
        <strong class="station-state">{words.connection[connection]}</strong>{' '}
        {router && (
          <span class="station-name">
            <Name of={router.name} />
          </span>
        )}
      </p>
      <div class="line" aria-hidden="true">
        <span class="line-stop" />
      </div>
      {note && <p class="station-note">{note}</p>}
      {children}
    </section>
  );
}
