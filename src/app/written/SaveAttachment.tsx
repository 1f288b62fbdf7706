/** Puts an attached file on the device, once its bytes are here. */
import { useSignal } from '@preact/signals';
import type { AttachmentView } from '../../bag/api/views.ts';
import type { EventId } from '../../protocol/event.ts';
import { downloadBlob, mustShare, shareFiles } from '../files/save.ts';
import { useLateText } from '../i18n/context.ts';
import { fill } from '../i18n/format.ts';
import { shownName } from '../model/shown-name.ts';
import { Icon } from '../pieces/icons.tsx';
import type { Holder } from './Attachments.tsx';

type Props = { of: EventId; file: AttachmentView; holder: Pick<Holder, 'attachment'>; isSmall?: boolean };

export function SaveAttachment({ of, file, holder, isSmall = false }: Props) {
  const { words } = useLateText();
  const state = useSignal<'fetching' | 'nowhere' | undefined>(undefined);
  const save = async (): Promise<void> => {
    if (state.value === 'fetching') return;
    state.value = 'fetching';
    const blob = await holder.attachment(of, file);
    state.value = blob === undefined ? 'nowhere' : undefined;
    if (blob === undefined) return;
    if (mustShare) await shareFiles([{ path: file.name, blob }]);
    else downloadBlob(blob, file.name);
  };
  return (
    <>
      <button
        class={isSmall ? 'button small' : 'button primary big'}
        type="button"
        aria-label={fill(words.saveNamed, { name: shownName(file.name) })}
        onClick={() => void save()}
      >
        <Icon name="save" />
        {words.saveToDevice}
      </button>
      <span class="hint" role="status">
        {state.value && words.messages[state.value]}
      </span>
    </>
  );
}
