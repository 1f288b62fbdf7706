/** Joins a group by its code, as somebody has said or shown it. */
import { useSignal } from '@preact/signals';
import { useEffect, useId, useRef } from 'preact/hooks';
import { typedCode } from '../../protocol/group-code.ts';
import type { OwnGroups } from '../groups/own-groups.ts';
import { useLateText } from '../i18n/context.ts';
import { focusTitle } from '../inbox/ScreenHead.tsx';
import { GroupForm, NameField } from './GroupName.tsx';

/** A code with its hyphens, and some room for what people put between. */
const MAX_TYPED = 40;

export function JoinGroup({ groups, onDone }: { groups: OwnGroups; onDone: () => void }) {
  const { words } = useLateText();
  const said = words.group;
  const code = useRef<HTMLInputElement>(null);
  const name = useRef<HTMLInputElement>(null);
  const isBusy = useSignal(false);
  const problem = useSignal<string | undefined>(undefined);
  const hint = useId();
  const alert = useId();
  useEffect(() => code.current?.focus(), []);
  const join = async () => {
    const typed = typedCode(code.current?.value ?? '');
    if (typed === undefined) {
      problem.value = said.problem.noCode;
      code.current?.focus();
      return;
    }
    isBusy.value = true;
    problem.value = undefined;
    const outcome = await groups.join(typed, name.current?.value ?? '');
    isBusy.value = false;
    if (outcome !== 'joined') problem.value = said.problem[outcome];
    else {
      onDone();
      focusTitle();
    }
  };
  return (
    <GroupForm
      yes={isBusy.value ? said.joining : said.joinYes}
      no={words.nameBack}
      isBusy={isBusy.value}
      onNo={onDone}
      onYes={() => void join()}
    >
      <label>
        <span class="label">{said.code}</span>
        <input
          ref={code}
          class="group-code-field"
          type="text"
          maxLength={MAX_TYPED}
          placeholder="0000-0000-0000"
          autocomplete="off"
          autocapitalize="characters"
          spellcheck={false}
          aria-invalid={problem.value !== undefined}
          aria-describedby={problem.value === undefined ? hint : `${alert} ${hint}`}
        />
      </label>
      {problem.value && (
        <p id={alert} role="alert" class="group-warning">
          {problem.value}
        </p>
      )}
      <p class="hint" id={hint}>
        {said.codeHint}
      </p>
      <NameField initial="" input={name} />
    </GroupForm>
  );
}
