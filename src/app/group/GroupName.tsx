/** What the owner of this device calls a group. */
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { MAX_NAME_LENGTH } from '../../protocol/limits.ts';
import { useLateText } from '../i18n/context.ts';

type FieldProps = { initial: string; input: { readonly current: HTMLInputElement | null } };

export function NameField({ initial, input }: FieldProps) {
  const said = useLateText().words.group;
  const hint = useId();
  return (
    <>
      <label>
        <span class="label">{said.name}</span>
        <input
          ref={input}
          type="text"
          defaultValue={initial}
          maxLength={MAX_NAME_LENGTH}
          autocomplete="off"
          enterkeyhint="done"
          aria-describedby={hint}
        />
      </label>
      <p class="hint" id={hint}>
        {said.nameHint}
      </p>
    </>
  );
}

type FormProps = {
  /** Of the button that does it. */
  yes: string;
  no: string;
  isBusy?: boolean;
  onYes: () => void;
  onNo: () => void;
  children: ComponentChildren;
};

export function GroupForm({ yes, no, isBusy = false, onYes, onNo, children }: FormProps) {
  return (
    <form
      class="rename"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isBusy) onYes();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        onNo();
      }}
    >
      {children}
      <div class="actions">
        <button class="button primary" type="submit" disabled={isBusy}>
          {yes}
        </button>
        <button class="button" type="button" onClick={onNo}>
          {no}
        </button>
      </div>
    </form>
  );
}

type Props = { initial: string; onName: (name: string) => void; onBack: () => void };

export function GroupName({ initial, onName, onBack }: Props) {
  const { words } = useLateText();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.select(), []);
  return (
    <GroupForm
      yes={words.nameSave}
      no={words.nameBack}
      onNo={onBack}
      onYes={() => {
        onName(input.current?.value ?? '');
        onBack();
      }}
    >
      <NameField initial={initial} input={input} />
    </GroupForm>
  );
}
