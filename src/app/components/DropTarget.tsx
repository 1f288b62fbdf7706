/** Lets files be dropped anywhere on the page; on a device, they are for that device. */
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { DeviceId } from '../../protocol/signaling.ts';
import { carriesFiles, droppedFiles } from '../files.ts';
import { useText } from '../i18n/context.ts';
import type { ChosenFile } from '../model.ts';
import { Icon } from './icons.tsx';

type Props = { onDrop: (files: readonly ChosenFile[], on: DeviceId | undefined) => void };

export function DropTarget({ onDrop }: Props) {
  const { words, format } = useText();
  const over = useSignal(false);
  /** What the last drop left out; absent when there is nothing to say. */
  const lost = useSignal<'everything' | number | undefined>(undefined);
  useEffect(() => {
    const drag = (event: DragEvent): void => {
      if (!carriesFiles(event.dataTransfer)) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'copy';
      over.value = true;
      lost.value = undefined;
      mark(deviceUnder(event));
    };
    const leave = (event: DragEvent): void => {
      if (event.relatedTarget !== null) return; // still on the page
      over.value = false;
      mark(null);
    };
    const drop = async (event: DragEvent): Promise<void> => {
      if (!carriesFiles(event.dataTransfer)) return;
      event.preventDefault();
      over.value = false;
      mark(null);
      const on = deviceUnder(event)?.dataset['device'] as DeviceId | undefined;
      const { files, unread } = await droppedFiles(event.dataTransfer);
      lost.value = files.length === 0 ? 'everything' : unread || undefined;
      // A folder with holes is not sent before the person has seen that.
      onDrop(files, unread === 0 ? on : undefined);
    };
    addEventListener('dragover', drag);
    addEventListener('dragleave', leave);
    addEventListener('drop', drop);
    return () => {
      removeEventListener('dragover', drag);
      removeEventListener('dragleave', leave);
      removeEventListener('drop', drop);
    };
  }, [onDrop]);
  return (
    <>
      {over.value && (
        <div class="drop-frame">
          <p>
            <Icon name="down" />
            {words.dropHere}
          </p>
        </div>
      )}
      {lost.value !== undefined && (
        <p class="hint" role="alert">
          {lost.value === 'everything' ? words.nothingThere : format.count(words.unreadable, lost.value)}
        </p>
      )}
    </>
  );
}

function deviceUnder(event: DragEvent): HTMLElement | null {
  const target = event.target instanceof Element ? event.target : null;
  return target?.closest<HTMLElement>('[data-device]:not(:disabled, [aria-disabled="true"])') ?? null;
}

/** Marks the device under the pointer without a render for each of the many drag events. */
function mark(device: HTMLElement | null): void {
  for (const other of document.querySelectorAll('.drop-onto'))
    if (other !== device) other.classList.remove('drop-onto');
  device?.classList.add('drop-onto');
}
