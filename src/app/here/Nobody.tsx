/** In place of an empty list of people: how somebody else gets here. */
import { useLateText } from '../i18n/context.ts';
import { Invite } from './Invite.tsx';

export function Nobody(props: Parameters<typeof Invite>[0]) {
  const { words } = useLateText();
  return (
    <div class="nobody">
      <p class="nobody-title">{words.here.nobody}</p>
      <Invite {...props} />
    </div>
  );
}
