/** The way to make sure of one person; not of one who is blocked. */
import { useLateText } from '../i18n/context.ts';
import { openMakeSure } from '../make-sure/opened.ts';
import type { People } from '../people/people.ts';
import type { Somebody } from '../people/standing.ts';

export function MakeSureButton({ people, somebody }: { people: Pick<People, 'all'>; somebody: Somebody }) {
  const { words } = useLateText();
  const is = people.all.value.get(somebody.id)?.is;
  if (is === 'blocked') return null;
  return (
    <button class={`button make-sure-of${is ? '' : ' primary'}`} type="button" onClick={() => openMakeSure(somebody)}>
      {words.makeSure.button}
    </button>
  );
}
