/** Every screen of the inbox: the list of what was received, one transfer of it, one file. */
import type { Model } from '../model.ts';
import { FileScreen } from './FileScreen.tsx';
import { GroupScreen } from './GroupScreen.tsx';
import { MissingScreen } from './MissingScreen.tsx';
import type { Navigation } from './navigation.ts';
import type { Place } from './place.ts';
import { useInbox } from './ReceivedLink.tsx';
import { ReceivedScreen } from './ReceivedScreen.tsx';

export type InboxCalls = Pick<
  Model,
  | 'cancel'
  | 'dismiss'
  | 'savableFiles'
  | 'saveFile'
  | 'saveAll'
  | 'saveToFolder'
  | 'glance'
  | 'canShare'
  | 'shareFile'
  | 'storage'
  | 'transfers'
>;

type Props = { place: Exclude<Place, { screen: 'home' }>; model: InboxCalls; navigation: Navigation };

export function InboxScreen({ place, model, navigation }: Props) {
  const inbox = useInbox(model).value;
  if (place.screen === 'received') return <ReceivedScreen inbox={inbox} model={model} navigation={navigation} />;
  const transfer = inbox.saved.find(({ key }) => key === place.key);
  if (transfer === undefined) return <MissingScreen onBack={() => navigation.back(true)} />;
  return place.screen === 'group' ? (
    <GroupScreen key={place.key} transfer={transfer} model={model} navigation={navigation} />
  ) : (
    <FileScreen
      key={`${place.key}/${place.index}`}
      transfer={transfer}
      index={place.index}
      model={model}
      navigation={navigation}
    />
  );
}
