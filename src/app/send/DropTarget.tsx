/** Lets files be dropped anywhere on the page; on a device, they are for that device. */
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { DeviceId } from '../../protocol/signaling.ts';
import { carriesFiles, type Dropped, droppedFiles } from '../files/files.ts';
import { useText } from '../i18n/context.ts';
import { Icon } from '../pieces/icons.tsx';

type Props = { onDrop: (drop: Dropped, on: DeviceId | undefined) => void };

export function DropTarget({ onDrop }: Props) {
  const { words } = useText();
  const over = useSignal(false);
  useEffect(() => {
    const drag = (event: DragEvent): void => {
      if (!carriesFiles(event.dataTransfer)) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'copy';
      over.value = true;
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
      onDrop(await droppedFiles(event.dataTransfer), on);
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
    over.value && (
      <div class="drop-frame">
        <p>
          <Icon name="down" />
          {words.dropHere}
        </p>
      </div>
    )
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
