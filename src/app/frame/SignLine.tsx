/**
 * The station sign in one line: connected or not, and to which router. It leads to the screen about this router and this
 * device, where the whole sign stands.
 */
import type { RouterIdentity } from '../../protocol/signaling.ts';
import { useText } from '../i18n/context.ts';
import type { Connection } from '../model/model.ts';
import { Name } from '../pieces/Name.tsx';
import type { Navigation } from '../place/navigation.ts';
import { hashOf } from '../place/place.ts';

type Props = { connection: Connection; router: RouterIdentity | undefined; navigation: Navigation };

export function SignLine({ connection, router, navigation }: Props) {
  const { words } = useText();
  const isOnline = connection === 'online';
  return (
    <output class="sign-line" data-connection={connection}>
      <a href={hashOf({ screen: 'here' })} aria-current={navigation.place.value.screen === 'here' ? 'page' : undefined}>
        <strong class={isOnline && router ? 'hidden' : undefined}>{words.connection[connection]}</strong>{' '}
        {router && (
          <span class="sign-router">
            <Name of={router.name} />
          </span>
        )}{' '}
        {isOnline && <span class="sign-note">{words.withoutInternet}</span>}
      </a>
    </output>
  );
}
