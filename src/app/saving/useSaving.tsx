/**
 * Runs what hands files over, and says how it went. What a browser makes of a download it does not tell, so the person is
 * asked; until then the files count as only here.
 */
import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import type { Ranges } from '../../protocol/peer.ts';
import type { TransferView } from '../../transfer/view.ts';
import { useText } from '../i18n/context.ts';
import type { SaveResult } from '../model/model.ts';
import { Icon } from '../pieces/icons.tsx';
import { Badge } from './Badge.tsx';
import { savesOneByOne } from './saving.ts';
import { unconfirmed, whereabouts } from './whereabouts.ts';

export type Saving = {
  run(saving: Promise<SaveResult>): Promise<void>;
  /** It takes a while: a zip is being made, or one picture after the other is handed over. */
  readonly isRunning: boolean;
  readonly outcome: ComponentChildren;
};

type Options = {
  /** The one file that this is about; all of the transfer where it is missing. */
  only?: number;
  /** What "Try again" does. */
  again: () => Promise<SaveResult>;
  confirm: (files: Ranges) => void;
};

export function useSaving(transfer: TransferView, { only, again, confirm }: Options): Saving {
  const { words } = useText();
  const result = useSignal<Exclude<SaveResult, 'aborted'> | undefined>(undefined);
  const isRunning = useSignal(false);
  const run = async (saving: Promise<SaveResult>): Promise<void> => {
    result.value = undefined;
    isRunning.value = true;
    const outcome = await saving.finally(() => {
      isRunning.value = false;
    });
    if (outcome !== 'aborted') result.value = outcome;
  };
  const where = whereabouts(transfer, only);
  const open = unconfirmed(transfer, only);
  const { value } = result;
  const isSeveral = only === undefined && transfer.files > 1 && savesOneByOne(transfer);
  const said = value ?? (open.length > 0 ? 'handed' : undefined);
  // The share sheet leaves no mark, so there it is all that was meant.
  const meant: Ranges = open.length > 0 ? open : [[only ?? 0, only ?? transfer.files - 1]];
  const isAsking = said === 'handed' && where !== 'elsewhere' && !isRunning.value;
  return {
    run,
    isRunning: isRunning.value,
    outcome: isRunning.value ? (
      <p class="hint" role="status">
        {transfer.files > 1 && <Badge transfer={transfer} />}
      </p>
    ) : (
      <>
        {where === 'elsewhere' && value !== 'failed' && value !== 'storage-full' ? (
          <p class="save-result" data-result="saved">
            <Icon name="check" /> {words.inbox.elsewhere}
          </p>
        ) : (
          said && (
            <p class="save-result" data-result={said} role={value && 'alert'}>
              {words.saveResult[said]}
              {said === 'handed' && isSeveral && ` ${words.severalHint}`}
            </p>
          )
        )}
        {isAsking && (
          <div class="arrived">
            <span>{words.arrivedAsk}</span>{' '}
            <button class="button quiet" type="button" onClick={() => confirm(meant)}>
              {words.arrivedYes}
            </button>
            <button class="button quiet" type="button" onClick={() => void run(again())}>
              {words.arrivedAgain}
            </button>
          </div>
        )}
      </>
    ),
  };
}
