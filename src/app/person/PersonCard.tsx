/** One person within an offer: who it is, as far as that is known here, and everything that can be done about it. */
import type { Model } from '../model/model.ts';
import type { Somebody } from '../people/standing.ts';
import { NotKept } from '../pieces/NotKept.tsx';
import { About } from './About.tsx';
import { Face } from './Face.tsx';
import { MakeSureButton } from './MakeSureButton.tsx';
import { PersonActions } from './PersonActions.tsx';
import { Unasked } from './Unasked.tsx';

type Props = { model: Pick<Model, 'people'>; somebody: Somebody };

export function PersonCard({ model: { people }, somebody }: Props) {
  const kept = people.all.value.get(somebody.id);
  return (
    <div class="person-card">
      <Face of={somebody.id} />
      <About people={people} somebody={somebody} />
      <MakeSureButton people={people} somebody={somebody} />
      {kept && <NotKept people={people} />}
      <PersonActions people={people} somebody={somebody} kept={kept} />
      {kept?.is === 'known' && <Unasked people={people} known={kept} />}
    </div>
  );
}
