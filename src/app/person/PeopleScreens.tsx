/** Every screen about people: the list of them, and one of them. */
import { idOf } from '../../protocol/keys.ts';
import type { DeviceId } from '../../protocol/signaling.ts';
import type { Model } from '../model/model.ts';
import type { Navigation } from '../place/navigation.ts';
import type { Place } from '../place/place.ts';
import { PeopleScreen } from './PeopleScreen.tsx';
import { PersonScreen } from './PersonScreen.tsx';
import '../styles/inbox.css';
import '../styles/received.css';
import '../styles/people.css';
import '../styles/transfers.css';
import '../styles/person.css';
import '../styles/written.css';

type Props = {
  place: Extract<Place, { readonly screen: 'people' | 'person' }>;
  model: Model;
  navigation: Navigation;
};

export function PeopleScreens({ place, model, navigation }: Props) {
  if (place.screen === 'people') return <PeopleScreen model={model} navigation={navigation} />;
  return <PersonScreen key={place.id} id={idAmong(model, place.id)} model={model} navigation={navigation} />;
}

/**
 * The one that an address means, of all that are heard of here. The board comes last: it is brought to the page only for who asks
 * for it.
 */
function idAmong({ devices, people, offers, transfers, words }: Model, written: string): DeviceId | undefined {
  const peers = [...offers.value, ...transfers.value].map(({ peer }) => peer);
  const near = [...devices.value.map(({ id }) => id), ...people.all.value.keys(), ...peers];
  const found = [...near, ...words.messages.value.keys()].find((id) => id === written);
  if (found !== undefined) return found;
  const posts = words.board.value.posts.flatMap((post) => [post, ...post.replies]);
  return posts.map(({ author }) => idOf(author)).find((id) => id === written);
}
