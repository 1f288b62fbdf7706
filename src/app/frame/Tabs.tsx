/** The main screens, as links with words. A received file that may be nowhere else counts until it is saved. */
import type { ComponentChildren } from 'preact';
import { useText } from '../i18n/context.ts';
import type { Inbox } from '../inbox/inbox.ts';
import { sumOf } from '../inbox/inbox.ts';
import { Icon, type IconName } from '../pieces/icons.tsx';
import { follow, type Navigation } from '../place/navigation.ts';
import { hashOf, type Place } from '../place/place.ts';

type Props = { navigation: Navigation; inbox: Inbox };

/** The tab under which a place lies. */
const TAB_OF: Readonly<Record<Place['screen'], 'home' | 'received' | undefined>> = {
  home: 'home',
  people: 'home',
  person: 'home',
  groups: 'home',
  here: undefined,
  bring: 'home',
  received: 'received',
  deleted: 'received',
  group: 'received',
  file: 'received',
};

export function Tabs({ navigation, inbox }: Props) {
  const { words, format } = useText();
  const { unsaved } = sumOf(inbox.saved);
  return (
    <nav class="tabs" aria-label={words.tabs}>
      <Tab icon="people" screen="home" navigation={navigation}>
        {words.people}
      </Tab>
      <Tab icon="inbox" screen="received" navigation={navigation}>
        {words.received}
        {unsaved > 0 && (
          <>
            {' '}
            <span class="tab-count" aria-hidden="true">
              {format.count({ other: '#' }, unsaved)}
            </span>
            <span class="hidden">{format.count(words.notSavedYet, unsaved)}</span>
          </>
        )}
      </Tab>
    </nav>
  );
}

type TabProps = {
  icon: IconName;
  screen: 'home' | 'received';
  navigation: Navigation;
  children: ComponentChildren;
};

function Tab({ icon, screen, navigation, children }: TabProps) {
  const now = navigation.place.value;
  const current = now.screen === screen ? 'page' : TAB_OF[now.screen] === screen ? 'true' : undefined;
  return (
    <a
      class="tab"
      href={hashOf({ screen }) || '#'}
      aria-current={current}
      onClick={(event) => follow(event, navigation, { screen })}
    >
      <Icon name={icon} />
      <span>{children}</span>
    </a>
  );
}
