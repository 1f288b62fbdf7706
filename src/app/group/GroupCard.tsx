/** One group: its name, the picture by which its members see that it is the same one, its code, and the way out of it. */
import { useSignal } from '@preact/signals';
import { useEffect, useId, useRef } from 'preact/hooks';
import { spacedCode } from '../../protocol/group-code.ts';
import { idOf } from '../../protocol/keys.ts';
import type { OwnGroup } from '../groups/own-group.ts';
import type { OwnGroups } from '../groups/own-groups.ts';
import { useLateText } from '../i18n/context.ts';
import { fill } from '../i18n/format.ts';
import { focusTitle } from '../inbox/ScreenHead.tsx';
import { isolated } from '../model/shown-name.ts';
import { Name } from '../pieces/Name.tsx';
import { PersonMark } from '../pieces/PersonMark.tsx';
import { QrCode } from '../pieces/QrCode.tsx';
import { Question } from '../pieces/Question.tsx';
import { GroupName } from './GroupName.tsx';
import { invitationTo } from './invitation.ts';

type Props = {
  group: OwnGroup;
  groups: OwnGroups;
  address: string;
  /** Who leaves it is seen by everybody again. */
  isLast: boolean;
};

export function GroupCard({ group, groups, address, isLast }: Props) {
  const said = useLateText().words.group;
  const open = useSignal<'nothing' | 'code' | 'rename' | 'leave'>('nothing');
  const card = useRef<HTMLLIElement>(null);
  const wasOpen = useRef(open.value);
  const close = () => {
    open.value = 'nothing';
  };
  useEffect(() => {
    const before = wasOpen.current;
    if (before !== 'nothing' && before !== 'code' && open.value === 'nothing')
      card.current?.querySelector<HTMLElement>(`[data-opens=${before}]`)?.focus();
    wasOpen.current = open.value;
  }, [open.value]);
  const key = group.membership.group;
  const name = isolated(group.name);
  const button = (what: 'rename' | 'leave') => (
    <button
      class="button"
      type="button"
      data-opens={what}
      onClick={() => {
        open.value = what;
      }}
    >
      {said[what]}
    </button>
  );
  return (
    <li ref={card} class="group-card">
      <h3 class="group-name">
        <Name of={group.name} /> <PersonMark of={idOf(key)} />
      </h3>
      <p class="hint">{said.sameMark}</p>
      {open.value === 'rename' && (
        <GroupName initial={group.name} onBack={close} onName={(next) => groups.rename(key, next)} />
      )}
      {open.value === 'leave' && (
        <Question
          text={fill(isLast ? said.leaveHiddenAsk : said.leaveAsk, { name })}
          yes={said.leave}
          no={said.no}
          onNo={close}
          onYes={() => {
            groups.leave(key);
            focusTitle();
          }}
        />
      )}
      {(open.value === 'nothing' || open.value === 'code') && (
        <div class="actions">
          <button
            class="button"
            type="button"
            aria-expanded={open.value === 'code'}
            onClick={() => {
              open.value = open.value === 'code' ? 'nothing' : 'code';
            }}
          >
            {open.value === 'code' ? said.hide : said.show}
          </button>
          {button('rename')}
          {button('leave')}
        </div>
      )}
      {open.value === 'code' && <Code group={group} address={address} />}
    </li>
  );
}

function Code({ group, address }: Pick<Props, 'group' | 'address'>) {
  const said = useLateText().words.group;
  const title = useId();
  const code = spacedCode(group.code);
  return (
    <section class="group-code" aria-labelledby={title}>
      <h4 id={title}>{fill(said.showing, { name: isolated(group.name) })}</h4>
      <p class="group-code-text">{code}</p>
      <QrCode text={invitationTo(group.code, address)} label={fill(said.picture, { code })} />
      <p class="hint">{said.showHelp}</p>
      <p class="group-warning">{said.showWarning}</p>
    </section>
  );
}
