/** Deletes what was said with one person, and says so where the browser refuses. */
import { useSignal } from '@preact/signals';
import type { VNode } from 'preact';
import type { DeviceId } from '../../protocol/signaling.ts';
import { useLateText } from '../i18n/context.ts';
import type { Model } from '../model/model.ts';
import { Icon } from '../pieces/icons.tsx';

type Forgetting = {
  readonly forget: () => Promise<void>;
  /** Has its place on the screen before it says anything: a screen reader hears what changes. */
  readonly refusal: VNode;
};

export function useForgetMessages({ words }: Pick<Model, 'words'>, id: DeviceId): Forgetting {
  const said = useLateText().words.person;
  const isRefused = useSignal(false);
  const forget = async (): Promise<void> => {
    isRefused.value = false;
    isRefused.value = !(await words.forgetAll(id));
  };
  const refusal = (
    <div role="alert" class="hindered">
      {isRefused.value && (
        <p>
          <Icon name="warning" />
          <span class="hindered-text">{said.messagesStay}</span>
        </p>
      )}
    </div>
  );
  return { forget, refusal };
}
