/** Says that who is known or blocked is so only until the page is closed, because the storage has refused. */
import { useText } from '../i18n/context.ts';
import type { People } from '../people/people.ts';
import { Icon } from '../pieces/icons.tsx';
import { peopleWords } from './words.ts';

export function NotKept({ people }: { people: Pick<People, 'isKept'> }) {
  const { tag } = useText();
  return (
    <div role="status">
      {people.isKept.value || (
        <p class="notice not-kept">
          <Icon name="warning" />
          {peopleWords[tag].notKept}
        </p>
      )}
    </div>
  );
}
