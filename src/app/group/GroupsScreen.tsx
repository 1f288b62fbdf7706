/** The groups of the owner of this device: making, joining, showing, leaving; and who may see this device. */
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { GroupCode } from '../../protocol/group-code.ts';
import type { OwnGroups } from '../groups/own-groups.ts';
import { useLateText } from '../i18n/context.ts';
import { focusTitle, ScreenHead } from '../inbox/ScreenHead.tsx';
import type { Navigation } from '../place/navigation.ts';
import type { Place } from '../place/place.ts';
import { GroupCard } from './GroupCard.tsx';
import { Invited } from './Invited.tsx';
import { invitedBy } from './invitation.ts';
import { JoinGroup } from './JoinGroup.tsx';
import { MakeGroup } from './MakeGroup.tsx';
import { Visibility } from './Visibility.tsx';
import '../styles/inbox.css';
import '../styles/groups.css';

type Props = {
  place: Extract<Place, { readonly screen: 'groups' }>;
  groups: OwnGroups;
  /** Of the app, for links into a group. */
  address: string;
  navigation: Navigation;
};

export function GroupsScreen({ place, groups, address, navigation }: Props) {
  const said = useLateText().words.group;
  const invited = useSignal<GroupCode | undefined>(place.invited === undefined ? undefined : invitedBy(place.invited));
  const { all, onlyGroups } = groups.kept.value;
  return (
    <main class="page inbox">
      <ScreenHead title={said.title} onBack={() => navigation.back()} />
      {place.invited !== undefined && invitedBy(place.invited) === undefined && (
        <p role="alert" class="group-warning">
          {said.problem.noCode}
        </p>
      )}
      {invited.value !== undefined && (
        <Invited
          groups={groups}
          code={invited.value}
          onDone={() => {
            invited.value = undefined;
            focusTitle();
          }}
        />
      )}
      {all.length === 0 && invited.value === undefined && (
        <div class="nobody">
          <p class="nobody-title">{said.none}</p>
          <p>{said.noneHelp}</p>
        </div>
      )}
      {all.length > 0 && (
        <ul class="group-list" aria-label={said.title}>
          {all.map((group) => (
            <GroupCard
              key={group.membership.group}
              {...{ group, groups, address }}
              isLast={all.length === 1 && onlyGroups}
            />
          ))}
        </ul>
      )}
      {all.length > 0 && <Visibility groups={groups} />}
      {groups.isFull && <p class="hint">{said.full}</p>}
      {!groups.isFull && invited.value === undefined && <More groups={groups} />}
    </main>
  );
}

/** Making another group, or joining one: one form at a time. */
function More({ groups }: { groups: OwnGroups }) {
  const said = useLateText().words.group;
  const doing = useSignal<'make' | 'join' | undefined>(undefined);
  const buttons = useRef<HTMLDivElement>(null);
  const was = useRef(doing.value);
  useEffect(() => {
    // The keyboard goes on at the button that opened the form.
    const opener = was.current;
    if (opener !== undefined && doing.value === undefined)
      buttons.current?.querySelector<HTMLElement>(`[data-opens=${opener}]`)?.focus();
    was.current = doing.value;
  }, [doing.value]);
  const done = () => {
    doing.value = undefined;
  };
  if (doing.value === 'make') return <MakeGroup groups={groups} onDone={done} />;
  if (doing.value === 'join') return <JoinGroup groups={groups} onDone={done} />;
  const way = (what: 'make' | 'join') => (
    <p class="group-way">
      <button
        class="button"
        type="button"
        data-opens={what}
        aria-describedby={`${what}-help`}
        onClick={() => {
          doing.value = what;
        }}
      >
        {said[what]}
      </button>
      <span class="hint" id={`${what}-help`}>
        {what === 'make' ? said.makeHelp : said.joinHelp}
      </span>
    </p>
  );
  return (
    <div ref={buttons} class="group-ways">
      {way('make')}
      {way('join')}
    </div>
  );
}
