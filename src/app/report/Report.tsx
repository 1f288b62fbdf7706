/** Shows the report of a problem, and copies it. */
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { useText } from '../i18n/context.ts';
import type { Model } from '../model/model.ts';
import { useModal } from '../pieces/useModal.ts';
import { gatherFacts } from './facts.ts';
import { reportOf, unfinishedReport } from './report.ts';
import { reportWords } from './words.ts';
import '../styles/offer.css';
import '../styles/report.css';

type Props = { model: Model; onClose: () => void };

export function Report({ model, onClose }: Props) {
  const words = reportWords[useText().tag];
  const dialog = useModal(onClose);
  const text = useSignal('');
  const outcome = useSignal<'copied' | 'selected' | undefined>(undefined);
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    void gatherFacts(model)
      .then(reportOf)
      .catch(unfinishedReport)
      .then((report) => {
        text.value = report;
      });
  }, []);
  const onCopy = async (): Promise<void> => {
    area.current?.select();
    outcome.value = (await isCopied(text.value)) ? 'copied' : 'selected';
  };
  return (
    <dialog ref={dialog} class="offer" aria-labelledby="report-title" aria-describedby="report-help">
      <div class="offer-body report">
        <h2 id="report-title" tabIndex={-1}>
          {words.title}
        </h2>
        <p id="report-help">{words.help}</p>
        <textarea
          ref={area}
          lang="en"
          rows={12}
          readOnly
          aria-labelledby="report-title"
          aria-busy={text.value === ''}
          value={text.value}
        />
        <p role="status">{outcome.value && words[outcome.value]}</p>
      </div>
      <div class="offer-answer">
        <div class="actions">
          <button class="button big primary" type="button" disabled={text.value === ''} onClick={() => void onCopy()}>
            {words.copy}
          </button>
          <button class="button big" type="button" onClick={onClose}>
            {words.close}
          </button>
        </div>
      </div>
    </dialog>
  );
}

/** Browsers have the clipboard in secure contexts only. On plain HTTP the person copies the selected text. */
async function isCopied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
