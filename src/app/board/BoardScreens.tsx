/** Every screen of the board: all posts, one with its replies, and a new one. */
import type { Model } from '../model/model.ts';
import type { Navigation } from '../place/navigation.ts';
import type { Place } from '../place/place.ts';
import { BoardScreen } from './BoardScreen.tsx';
import { PostScreen } from './PostScreen.tsx';
import { WriteScreen } from './WriteScreen.tsx';
import '../styles/inbox.css';
import '../styles/transfers.css';
import '../styles/person.css';
import '../styles/search.css';
import '../styles/written.css';
import '../styles/board.css';

type Props = {
  place: Extract<Place, { readonly screen: 'board' | 'post' | 'write' }>;
  model: Model;
  navigation: Navigation;
};

export function BoardScreens({ place, model, navigation }: Props) {
  switch (place.screen) {
    case 'board':
      return <BoardScreen model={model} navigation={navigation} />;
    case 'post':
      return <PostScreen key={place.id} id={place.id} model={model} navigation={navigation} />;
    case 'write':
      return <WriteScreen model={model} navigation={navigation} />;
  }
}
