/** Makes a group, of which this device is the first member. */
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { OwnGroups } from '../groups/own-groups.ts';
import { useLateText } from '../i18n/context.ts';
import { plain } from '../i18n/plain.ts';
import { focusTitle } from '../inbox/ScreenHead.tsx';
import { GroupForm, NameField } from './GroupName.tsx';

export function MakeGroup({ groups, onDone }: { groups: OwnGroups; onDone: () => void }) {
  const { words } = useLateText();
  const said = words.group;
  const someName = anotherName(
    plain(said.someName),
    groups.kept.value.all.map(({ name }) => name),
  );
  const input = useRef<HTMLInputElement>(null);
  const isBusy = useSignal(false);
  const problem = useSignal<string | undefined>(undefined);
  useEffect(() => input.current?.select(), []);
  const make = async () => {
    isBusy.value = true;
    const outcome = await groups.make(input.current?.value || someName);
    isBusy.value = false;
    if (outcome !== 'joined') problem.value = said.problem[outcome];
    else {
      onDone();
      focusTitle();
    }
  };
  return (
    <GroupForm
      yes={isBusy.value ? said.making : said.make}
      no={words.nameBack}
      isBusy={isBusy.value}
      onNo={onDone}
      onYes={() => void make()}
    >
      <NameField initial={someName} input={input} />
      {problem.value && <p role="alert">{problem.value}</p>}
    </GroupForm>
  );
}

/** A second one of that name has a number. */
function anotherName(name: string, taken: readonly string[]): string {
  for (let number = 1; ; number += 1) {
    const next = number === 1 ? name : `${name} ${number}`;
    if (!taken.includes(next)) return next;
  }
}
