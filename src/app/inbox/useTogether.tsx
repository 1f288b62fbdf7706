/** Saves several transfers, one after the other, and asks once for all of them if they are there. */
import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import type { TransferKey, TransferView } from '../../transfer/view.ts';
import { useLateText } from '../i18n/context.ts';
import { mainSave } from '../saving/saving.ts';
import { unconfirmed, whereabouts } from '../saving/whereabouts.ts';
import { workOn } from '../saving/work.ts';
import type { InboxCalls } from './calls.ts';

export type Together = { save(transfers: readonly TransferView[]): Promise<void>; readonly outcome: ComponentChildren };

/** `transfers`: all that the screen lists. */
export function useTogether(transfers: readonly TransferView[], model: InboxCalls): Together {
  const { words } = useLateText();
  const given = useSignal<ReadonlySet<TransferKey>>(new Set());
  const asked = transfers.filter((one) => given.value.has(one.key) && whereabouts(one) === 'arrived');
  return {
    async save(chosen) {
      given.value = new Set();
      for (const transfer of chosen) {
        await workOn(transfer.key).run(mainSave(transfer, model));
      }
      given.value = new Set(chosen.map(({ key }) => key));
    },
    outcome: asked.length > 0 && (
      <div class="save-result" data-result="handed" role="alert">
        <p>
          {words.saveResult.handed} {words.severalHint}
        </p>
        <div class="arrived">
          <span>{words.arrivedAsk}</span>{' '}
          <button
            class="button quiet"
            type="button"
            onClick={() => {
              for (const one of asked) model.confirm(one.key, unconfirmed(one));
            }}
          >
            {words.arrivedYes}
          </button>
        </div>
      </div>
    ),
  };
}
