/** The main screens, as links with words. A received file that may be nowhere else counts until it is saved. */
import type { ComponentChildren } from 'preact';
import { useArrivedText, useText } from '../i18n/context.ts';
import type { Inbox } from '../inbox/inbox.ts';
import { sumOf } from '../inbox/inbox.ts';
import { Icon, type IconName } from '../pieces/icons.tsx';
import { follow, type Navigation } from '../place/navigation.ts';
import { hashOf, type Place } from '../place/place.ts';

/** `unread`: how many messages have come that nobody has seen. */
type Props = { navigation: Navigation; inbox: Inbox; unread: number };

/** The tab under which a place lies. */
const TAB_OF: Readonly<Record<Place['screen'], 'home' | 'board' | 'received' | undefined>> = {
  home: 'home',
  people: 'home',
  person: 'home',
  groups: 'home',
  here: undefined,
  bring: 'home',
  board: 'board',
  post: 'board',
  write: 'board',
  received: 'received',
  deleted: 'received',
  group: 'received',
  file: 'received',
};

export function Tabs({ navigation, inbox, unread }: Props) {
  const { words, format } = useText();
  const { unsaved } = sumOf(inbox.saved);
  const late = useArrivedText();
  return (
    <nav class="tabs" aria-label={words.tabs}>
      <Tab icon="people" screen="home" navigation={navigation} describedBy={unread > 0 ? 'unread' : undefined}>
        {words.people}
        <Count of={unread} />
      </Tab>
      <span id="unread" hidden>
        {late && format.count(late.words.messages.unread, unread)}
      </span>
      <Tab icon="board" screen="board" navigation={navigation}>
        {words.board}
      </Tab>
      <Tab icon="inbox" screen="received" navigation={navigation}>
        {words.received}
        <Count of={unsaved}>{format.count(words.notSavedYet, unsaved)}</Count>
      </Tab>
    </nav>
  );
}

/** `children`: the same in words. */
function Count({ of, children }: { of: number; children?: ComponentChildren }) {
  const { format } = useText();
  if (of === 0) return null;
  return (
    <>
      {' '}
      <span class="tab-count" aria-hidden="true">
        {format.count({ other: '#' }, of)}
      </span>
      {children && <span class="hidden">{children}</span>}
    </>
  );
}

type TabProps = {
  icon: IconName;
  screen: 'home' | 'board' | 'received';
  navigation: Navigation;
  /** Its name stays the same, whatever is to be said of it. */
  describedBy?: string | undefined;
  children: ComponentChildren;
};

function Tab({ icon, screen, navigation, describedBy, children }: TabProps) {
  const now = navigation.place.value;
  const current = now.screen === screen ? 'page' : TAB_OF[now.screen] === screen ? 'true' : undefined;
  return (
    <a
      class="tab"
      href={hashOf({ screen }) || '#'}
      aria-current={current}
      aria-describedby={describedBy}
      onClick={(event) => follow(event, navigation, { screen })}
    >
      <Icon name={icon} />
      <span>{children}</span>
    </a>
  );
}
