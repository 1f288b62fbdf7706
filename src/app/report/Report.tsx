/** Opens the report of a problem, shows and copies it. */
import { useSignal, useSignalEffect } from '@preact/signals';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { useLateText } from '../i18n/context.ts';
import type { Model } from '../model/model.ts';
import { useModal } from '../pieces/useModal.ts';
import { isReporting } from './asked.ts';
import { gatherFacts } from './facts.ts';
import { KnownNames, type NameSources } from './known-names.ts';
import { watchLongPress } from './long-press.ts';
import { reportOf, unfinishedReport } from './report.ts';
import '../styles/offer.css';
import '../styles/report.css';

type Props = NameSources & { model: Model };

const open = (): void => {
  isReporting.value = true;
};
const close = (): void => {
  isReporting.value = false;
};

/** Always there, for what happens before the report is wanted: names that come and go, and the press that opens it. */
export function Report({ model, compose, arrivals }: Props) {
  const known = useMemo(() => new KnownNames({ model, compose, arrivals }), [model, compose, arrivals]);
  useSignalEffect(() => known.meetPersons());
  useSignalEffect(() => known.meetFiles());
  useEffect(() => watchLongPress(document, '.sign', open), []);
  return isReporting.value ? <ReportDialog model={model} known={known} /> : null;
}

function ReportDialog({ model, known }: { model: Model; known: KnownNames }) {
  const words = useLateText().words.reporting;
  const dialog = useModal(close);
  const text = useSignal('');
  const outcome = useSignal<'copied' | 'selected' | undefined>(undefined);
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    void gatherFacts(model, () => known.all())
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
          <button class="button big" type="button" onClick={close}>
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
