/**
 * Hands files over and reports the result. A browser does not report the result of a download, so the person is asked;
 * until then the files count as only here.
 */
import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Ranges } from '../../protocol/peer.ts';
import type { TransferView } from '../../transfer/view.ts';
import { useText } from '../i18n/context.ts';
import type { SaveResult } from '../model/model.ts';
import { Icon } from '../pieces/icons.tsx';
import { Badge } from './Badge.tsx';
import { savesOneByOne } from './saving.ts';
import { unconfirmed, whereabouts } from './whereabouts.ts';

/** Begins to save; `signal` is given when the person has enough of it, or leaves the screen. */
export type Save = (signal: AbortSignal) => Promise<SaveResult>;

export type Saving = {
  /** `heeds`: `save` ends when its signal is given. */
  run(save: Save, heeds?: boolean): Promise<void>;
  /** It takes a while: a zip is being made, or pictures are handed over one after another. */
  readonly isRunning: boolean;
  readonly outcome: ComponentChildren;
};

type Options = {
  /** The index of a single file; all of the transfer when absent. */
  only?: number;
  /** What "Try again" does, and whether it heeds its signal. */
  again: Save;
  againHeeds?: boolean;
  confirm: (files: Ranges) => void;
};

export function useSaving(transfer: TransferView, { only, again, againHeeds = false, confirm }: Options): Saving {
  const { words } = useText();
  const result = useSignal<Exclude<SaveResult, 'aborted'> | undefined>(undefined);
  const isRunning = useSignal(false);
  const canStop = useSignal(false);
  const running = useRef<AbortController>(undefined);
  const stop = () => running.current?.abort();
  useEffect(() => stop, []);
  const run = async (save: Save, heeds = false): Promise<void> => {
    const own = new AbortController();
    running.current = own;
    result.value = undefined;
    isRunning.value = true;
    canStop.value = heeds;
    const outcome = await save(own.signal).finally(() => {
      isRunning.value = false;
    });
    if (outcome !== 'aborted') result.value = outcome;
  };
  const where = whereabouts(transfer, only);
  const open = unconfirmed(transfer, only);
  const { value } = result;
  const isSeveral = only === undefined && transfer.files > 1 && savesOneByOne(transfer);
  const said = value ?? (open.length > 0 ? 'handed' : undefined);
  // The share sheet leaves no marks, so all files were meant.
  const meant: Ranges = open.length > 0 ? open : [[only ?? 0, only ?? transfer.files - 1]];
  const isAsking = said === 'handed' && where !== 'elsewhere' && !isRunning.value;
  return {
    run,
    isRunning: isRunning.value,
    outcome: isRunning.value ? (
      <p class="hint" role="status">
        {transfer.files > 1 && <Badge transfer={transfer} />}
        {canStop.value && (
          <button class="button quiet" type="button" onClick={stop}>
            {words.cancel}
          </button>
        )}
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
            <button class="button quiet" type="button" onClick={() => void run(again, againHeeds)}>
              {words.arrivedAgain}
            </button>
          </div>
        )}
      </>
    ),
  };
}
