/** Somebody has opened a link into a group: nothing happens before they say so. */
import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { type GroupCode, spacedCode } from '../../protocol/group-code.ts';
import type { OwnGroups } from '../groups/own-groups.ts';
import { useLateText } from '../i18n/context.ts';
import { fill } from '../i18n/format.ts';
import { GroupForm, NameField } from './GroupName.tsx';

type Props = { groups: OwnGroups; code: GroupCode; onDone: () => void };

export function Invited({ groups, code, onDone }: Props) {
  const said = useLateText().words.group;
  const name = useRef<HTMLInputElement>(null);
  const isBusy = useSignal(false);
  const problem = useSignal<string | undefined>(undefined);
  const join = async () => {
    isBusy.value = true;
    const outcome = await groups.join(code, name.current?.value ?? '');
    isBusy.value = false;
    if (outcome === 'joined') onDone();
    else problem.value = said.problem[outcome];
  };
  return (
    <section class="group-invited" aria-label={said.join}>
      <p>
        <strong>{fill(said.invited, { code: spacedCode(code) })}</strong>
      </p>
      <p>{said.invitedHelp}</p>
      <GroupForm
        yes={isBusy.value ? said.joining : said.joinYes}
        no={said.notNow}
        isBusy={isBusy.value}
        onNo={onDone}
        onYes={() => void join()}
      >
        <NameField initial="" input={name} />
        {problem.value && <p role="alert">{problem.value}</p>}
      </GroupForm>
    </section>
  );
}
