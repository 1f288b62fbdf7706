/** Asks before something is lost. The focus starts on the answer that loses nothing. */
import { useEffect, useId, useRef } from 'preact/hooks';
import { useLateText } from '../i18n/context.ts';

type Props = {
  text: string;
  /** Without words of its own, something is deleted or kept. */
  yes?: string;
  no?: string;
  onYes: () => void;
  onNo: () => void;
};

export function Question({ text, yes, no, onYes, onNo }: Props) {
  const { words } = useLateText();
  const keep = useRef<HTMLButtonElement>(null);
  const id = useId();
  useEffect(() => keep.current?.focus(), []);
  return (
    <div class="question">
      <p id={id}>{text}</p>
      <div class="actions">
        <button ref={keep} class="button" type="button" aria-describedby={id} onClick={onNo}>
          {no ?? words.dismissNo}
        </button>
        <button class="button" type="button" onClick={onYes}>
          {yes ?? words.dismissYes}
        </button>
      </div>
    </div>
  );
}
