/** Every screen about people: the list of them, and one of them. */
import type { DeviceId } from '../../protocol/signaling.ts';
import type { Navigation } from '../inbox/navigation.ts';
import type { Place } from '../inbox/place.ts';
import type { Model } from '../model/model.ts';
import { PeopleScreen } from './PeopleScreen.tsx';
import { PersonScreen } from './PersonScreen.tsx';
import '../styles/inbox.css';
import '../styles/people.css';

type Props = {
  place: Extract<Place, { readonly screen: 'people' | 'person' }>;
  model: Model;
  navigation: Navigation;
};

export function PeopleScreens({ place, model, navigation }: Props) {
  if (place.screen === 'people') return <PeopleScreen model={model} navigation={navigation} />;
  const id = place.id as DeviceId; // an id that is nobody's finds nobody
  return <PersonScreen key={id} id={id} model={model} navigation={navigation} />;
}
