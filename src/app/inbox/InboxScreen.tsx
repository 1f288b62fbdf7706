/** Every screen of the inbox: the list of what was received, one transfer of it, one file. */
import { useEffect } from 'preact/hooks';
import type { Navigation } from '../place/navigation.ts';
import type { InboxPlace } from '../place/place.ts';
import type { InboxCalls } from './calls.ts';
import { DeletedScreen } from './DeletedScreen.tsx';
import { FileScreen } from './FileScreen.tsx';
import { GroupScreen } from './GroupScreen.tsx';
import { MissingScreen } from './MissingScreen.tsx';
import { ReceivedScreen } from './ReceivedScreen.tsx';
import { useInbox } from './useInbox.ts';
import '../styles/transfers.css';
import '../styles/inbox.css';
import '../styles/received.css';

type Props = { place: InboxPlace; model: InboxCalls; navigation: Navigation };

export function InboxScreen({ place, model, navigation }: Props) {
  const inbox = useInbox(model).value;
  useNoDrop();
  if (place.screen === 'received') return <ReceivedScreen inbox={inbox} model={model} navigation={navigation} />;
  if (place.screen === 'deleted')
    return <DeletedScreen transfers={inbox.deleted} model={model} onBack={() => navigation.back()} />;
  const transfer = inbox.saved.find(({ key }) => key === place.key);
  if (transfer === undefined)
    return <MissingScreen isGone={model.isRestored.value} onBack={() => navigation.back(true)} />;
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

/** Files are dropped on the first screen. Here the browser would open them in place of the app. */
function useNoDrop(): void {
  useEffect(() => {
    const refuse = (event: DragEvent): void => {
      event.preventDefault();
      if (event.dataTransfer) event.dataTransfer.dropEffect = 'none';
    };
    addEventListener('dragover', refuse);
    addEventListener('drop', refuse);
    return () => {
      removeEventListener('dragover', refuse);
      removeEventListener('drop', refuse);
    };
  }, []);
}
