/** Runs what hands files over, and says how it went. */
import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useText } from '../i18n/context.ts';
import type { SaveResult } from '../model.ts';

export type Saving = { run(saving: Promise<SaveResult>): Promise<void>; readonly outcome: ComponentChildren };

export function useSaving(): Saving {
  const { words } = useText();
  const result = useSignal<Exclude<SaveResult, 'aborted'> | undefined>(undefined);
  return {
    async run(saving) {
      result.value = undefined;
      const outcome = await saving;
      if (outcome !== 'aborted') result.value = outcome;
    },
    outcome: result.value && (
      <p class="save-result" data-result={result.value} role="alert">
        {words.saveResult[result.value]}
      </p>
    ),
  };
}
