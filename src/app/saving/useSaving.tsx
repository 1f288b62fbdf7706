/**
 * Hands files over and reports the result. A browser does not report the result of a download, so the person is asked;
 * until then nobody says that the files are saved.
 */
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Ranges } from '../../protocol/peer.ts';
import type { TransferView } from '../../transfer/view.ts';
import { useLateText } from '../i18n/context.ts';
import { fill } from '../i18n/format.ts';
import { Icon } from '../pieces/icons.tsx';
import { questionOf } from './question.ts';
import { savesOneByOne } from './saving.ts';
import { handedOver, whereabouts } from './whereabouts.ts';
import { type Save, workOn } from './work.ts';

export type Saving = {
  run(what: Save): Promise<unknown>;
  /** It takes a while: a zip is being made, or pictures are handed over one after another. */
  readonly isRunning: boolean;
  /** It was given to the browser or the share sheet, or is saved. */
  readonly isGiven: boolean;
  readonly outcome: ComponentChildren;
};

type Options = {
  /** The index of a single file; all of the transfer when absent. */
  only?: number;
  /** What "Save again" does for files that an earlier visit has handed over; those of this one are saved as they were. */
  main: Save;
  confirm: (files: Ranges) => void;
};

export function useSaving(transfer: TransferView, { only, main, confirm }: Options): Saving {
  const { words } = useLateText();
  const work = workOn(transfer.key, only);
  useEffect(() => work.shown(), [work]);
  const isRunning = work.isRunning.value;
  const where = whereabouts(transfer, only);
  const last = work.outcome.value;
  const question = questionOf(transfer, last, only);
  const isSeveral = only === undefined && transfer.files > 1 && savesOneByOne(transfer);
  const value = last?.result === 'handed' ? undefined : last?.result;
  const said = value ?? (question && 'handed');
  return {
    run: work.run,
    isRunning,
    isGiven: said === 'handed' || where === 'saved',
    outcome: isRunning ? (
      <p class="hint" role="status">
        {transfer.files > 1 && <Progress transfer={transfer} />}
        {work.canStop.value && (
          <button class="button quiet" type="button" onClick={work.stop}>
            {words.cancel}
          </button>
        )}
      </p>
    ) : (
      <>
        {where === 'saved' && value !== 'failed' && value !== 'storage-full' ? (
          <p class="save-result" data-result="saved">
            <Icon name="check" /> {words.inbox.where.saved}
          </p>
        ) : (
          said && (
            <p class="save-result" data-result={said} role={last && 'alert'}>
              {words.saveResult[said]}
              {said === 'handed' && isSeveral && ` ${words.severalHint}`}
            </p>
          )
        )}
        {said === 'handed' && question && (
          <div class="arrived">
            <span>{words.arrivedAsk}</span>{' '}
            <button class="button quiet" type="button" onClick={() => confirm(question.files)}>
              {words.arrivedYes}
            </button>
            <button class="button quiet" type="button" onClick={() => void work.run(question.of ?? main)}>
              {words.arrivedAgain}
            </button>
          </div>
        )}
      </>
    ),
  };
}

/** How many of its files were given to the browser so far. */
function Progress({ transfer }: { transfer: TransferView }) {
  const { words } = useLateText();
  const values = { done: String(handedOver(transfer)), total: String(transfer.files) };
  return <span class="chip">{fill(words.inbox.savingSome, values)}</span>;
}
