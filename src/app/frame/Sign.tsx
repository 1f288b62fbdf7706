/**
 * The station sign: connected or not, to which router, under which name. A long press on it (`report`), or its
 * button for keyboards and screen readers, opens the report of a problem.
 */
import type { DeviceId, RouterIdentity } from '../../protocol/signaling.ts';
import { useText } from '../i18n/context.ts';
import type { Connection } from '../model/model.ts';
import { Name } from '../pieces/Name.tsx';
import { OwnMark } from '../pieces/PersonMark.tsx';
import { isReporting } from '../report/asked.ts';
import { OwnName } from './OwnName.tsx';

type Props = {
  connection: Connection;
  router: RouterIdentity | undefined;
  ownName: string;
  ownId: DeviceId;
  onRename: (name: string) => void;
};

const report = (): void => {
  isReporting.value = true;
};

export function Sign({ connection, router, ownName, ownId, onRename }: Props) {
  const { words } = useText();
  const note = { ...words.connectionHelp, online: words.noInternet, offline: '', outdated: '', replaced: '' }[
    connection
  ];
  return (
    <section class="sign" data-connection={connection}>
      <output class="station">
        <strong class="station-state">{words.connection[connection]}</strong>{' '}
        {router && (
          <span class="station-name">
            <Name of={router.name} />
          </span>
        )}
      </output>
      <div class="line" aria-hidden="true">
        <span class="line-stop" />
      </div>
      {note && <p class="station-note">{note}</p>}
      <OwnName name={ownName} onRename={onRename} />
      <OwnMark id={ownId} />
      <button class="button hidden" type="button" onClick={report}>
        {words.report}
      </button>
    </section>
  );
}
