/** One person within an offer: who it is, as far as that is known here, and everything that can be done about it. */
import type { Model } from '../model/model.ts';
import type { Somebody } from '../people/standing.ts';
import { NotKept } from '../pieces/NotKept.tsx';
import { About } from './About.tsx';
import { Face } from './Face.tsx';
import { MakeSureButton } from './MakeSureButton.tsx';
import { PersonActions } from './PersonActions.tsx';
import { Unasked } from './Unasked.tsx';
import { useForgetMessages } from './useForgetMessages.tsx';

type Props = { model: Pick<Model, 'people' | 'words'>; somebody: Somebody };

export function PersonCard({ model, somebody }: Props) {
  const { people } = model;
  const kept = people.all.value.get(somebody.id);
  const { forget, refusal } = useForgetMessages(model, somebody.id);
  return (
    <div class="person-card">
      <Face of={somebody.id} />
      <About people={people} somebody={somebody} />
      <MakeSureButton people={people} somebody={somebody} />
      {kept && <NotKept people={people} />}
      {refusal}
      <PersonActions people={people} somebody={somebody} kept={kept} onForget={forget} />
      {kept?.is === 'known' && <Unasked people={people} known={kept} />}
    </div>
  );
}
