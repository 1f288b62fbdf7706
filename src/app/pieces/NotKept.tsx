/** Says that who is known or blocked is so only until the page is closed, because the storage has refused. */
import { useLateText } from '../i18n/context.ts';
import type { People } from '../people/people.ts';
import { Icon } from './icons.tsx';

export function NotKept({ people }: { people: Pick<People, 'isKept'> }) {
  const { words } = useLateText();
  return (
    <div role="status">
      {people.isKept.value || (
        <p class="notice not-kept">
          <Icon name="warning" />
          {words.notKept}
        </p>
      )}
    </div>
  );
}
