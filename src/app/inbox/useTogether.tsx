/** Saves several transfers, one after the other; says which of them failed, and asks once for all others if they are there. */
import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import type { TransferKey, TransferView } from '../../transfer/view.ts';
import { useLateText } from '../i18n/context.ts';
import { fill } from '../i18n/format.ts';
import type { SaveResult } from '../model/model.ts';
import { titleOf } from '../pieces/titles.ts';
import { mainSave } from '../saving/saving.ts';
import { unconfirmed, whereabouts } from '../saving/whereabouts.ts';
import { type Work, workOn } from '../saving/work.ts';
import type { InboxCalls } from './calls.ts';

/** A zip of gigabytes takes a while: how far it is, and how it is given up with all that would follow. */
type Running = { readonly done: number; readonly total: number; stop(): void };
/** What went wrong with one of them. */
type Wrong = { readonly transfer: TransferView; readonly result: 'failed' | 'storage-full' };

export type Together = { save(transfers: readonly TransferView[]): Promise<void>; readonly outcome: ComponentChildren };

/** `transfers`: all that the screen lists. */
export function useTogether(transfers: readonly TransferView[], model: InboxCalls): Together {
  const { words } = useLateText();
  const queue = useRef<readonly TransferView[]>([]);
  const running = useSignal<Running | undefined>(undefined);
  const wrong = useSignal<readonly Wrong[]>([]);
  const given = useSignal<ReadonlySet<TransferKey>>(new Set());
  const asked = transfers.filter((one) => given.value.has(one.key) && whereabouts(one) === 'arrived');
  return {
    async save(chosen) {
      queue.current = [...queue.current, ...chosen];
      if (running.peek()) return; // they are saved in turn
      given.value = new Set();
      wrong.value = [];
      const handed: TransferKey[] = [];
      for (let done = 0; queue.current.length > 0; done += 1) {
        const [transfer, ...rest] = queue.current;
        if (transfer === undefined) break;
        queue.current = rest;
        const work = workOn(transfer.key);
        const stop = (): void => {
          queue.current = [];
          work.stop();
        };
        running.value = { done, total: done + 1 + rest.length, stop };
        const result = await resultOf(work, transfer, model);
        if (result === 'handed') handed.push(transfer.key);
        if (result === 'failed' || result === 'storage-full') wrong.value = [...wrong.peek(), { transfer, result }];
      }
      running.value = undefined;
      given.value = new Set(handed);
    },
    outcome: (
      <>
        {running.value && (
          <p class="hint" role="status">
            <span class="chip">
              {fill(words.inbox.savingSome, {
                done: String(running.value.done),
                total: String(running.value.total),
              })}
            </span>
            <button class="button quiet" type="button" onClick={running.value.stop}>
              {words.cancel}
            </button>
          </p>
        )}
        <Failures wrong={wrong.value} />
        {asked.length > 0 && <Asks asked={asked} model={model} />}
      </>
    ),
  };
}

/** What throws has failed, and the others are saved all the same. */
async function resultOf(work: Work, transfer: TransferView, model: InboxCalls): Promise<SaveResult> {
  try {
    return await work.run(mainSave(transfer, model));
  } catch {
    return 'failed';
  }
}

/** Which ones are not on the device, and why. */
function Failures({ wrong }: { wrong: readonly Wrong[] }) {
  const text = useLateText();
  const { words, format } = text;
  return (['storage-full', 'failed'] as const).map((result) => {
    const names = wrong.filter((one) => one.result === result).map(({ transfer }) => titleOf(transfer, text));
    return (
      names.length > 0 && (
        <p key={result} class="save-result" data-result={result} role="alert">
          <strong>{format.list(names)}</strong>
          <br />
          {words.saveResult[result]}
        </p>
      )
    );
  });
}

function Asks({ asked, model }: { asked: readonly TransferView[]; model: InboxCalls }) {
  const { words } = useLateText();
  return (
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
  );
}
