/**
 * Takes what is dropped anywhere on the page, or pasted: files, and a text or a link as a file. What is dropped on a device
 * is for that device. What is pasted never leaves without a press: it may have been meant for another window.
 */
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { DeviceId } from '../../protocol/signaling.ts';
import { textFile } from '../arrivals/shared-text.ts';
import { carriesFiles, type Dropped, droppedFiles } from '../files/files.ts';
import { useLateText } from '../i18n/context.ts';
import { Icon } from '../pieces/icons.tsx';
import type { Choosing } from './choosing.ts';

type Props = {
  choosing: Pick<Choosing, 'dropped' | 'wrote'>;
  /** For whom is what is dropped beside all devices; nobody yet, when absent. */
  to?: DeviceId;
  /** Takes a text as it is, and files where nobody is to whom they could go. */
  instead?: { readonly text: (text: string) => void; readonly files?: (drop: Dropped) => void };
};

export function Brought({ choosing, to, instead }: Props) {
  const { words } = useLateText();
  const over = useSignal(false);
  const taking = useRef(instead);
  taking.current = instead;
  useEffect(() => {
    const take = async (data: DataTransfer, on: DeviceId | undefined): Promise<void> => {
      const text = textOf(data);
      const { text: write, files: attach } = taking.current ?? {};
      if (carriesFiles(data)) {
        const drop = await droppedFiles(data);
        if (attach) attach(drop);
        else choosing.dropped(drop, on);
      } else if (text !== '') {
        if (write) write(text);
        else choosing.wrote(textFile(text, words.shell.sharedText), on);
      }
    };
    const stopDrops = watchDrops(over, (data, on) => take(data, on ?? to));
    const paste = (event: ClipboardEvent): void => {
      const { clipboardData: data } = event;
      if (data === null || isField(event.target) || document.querySelector('dialog[open]') !== null) return;
      event.preventDefault();
      void take(data, undefined);
    };
    addEventListener('paste', paste);
    return () => {
      stopDrops();
      removeEventListener('paste', paste);
    };
  }, [choosing, to, words]);
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

/** Sets `over` while something that can be dropped is over the page. Returns a function that stops this. */
function watchDrops(
  over: { value: boolean },
  take: (data: DataTransfer, on: DeviceId | undefined) => Promise<void>,
): () => void {
  /** A link or a text of this page itself is dragged: by mistake, or into one of its fields. */
  let isOwn = false;
  const carried = ({ dataTransfer: data, target }: DragEvent): DataTransfer | undefined => {
    if (data === null || isOwn) return undefined;
    return carriesFiles(data) || (carriesText(data) && !isField(target)) ? data : undefined;
  };
  const drag = (event: DragEvent): void => {
    const data = carried(event);
    if (data === undefined) return;
    event.preventDefault();
    data.dropEffect = 'copy';
    over.value = true;
    mark(deviceUnder(event));
  };
  const end = (): void => {
    over.value = false;
    mark(null);
  };
  const leave = ({ relatedTarget }: DragEvent): void => {
    if (relatedTarget === null) end(); // else it is still on the page
  };
  const drop = (event: DragEvent): void => {
    const data = carried(event);
    if (data === undefined) return;
    event.preventDefault();
    end();
    void take(data, deviceUnder(event)?.dataset['device'] as DeviceId | undefined);
  };
  const begin = (): void => {
    isOwn = true;
  };
  const finish = (): void => {
    isOwn = false;
  };
  const heard = { dragover: drag, dragleave: leave, drop, dragstart: begin, dragend: finish } as const;
  for (const [type, listener] of Object.entries(heard)) addEventListener(type, listener as EventListener);
  return () => {
    for (const [type, listener] of Object.entries(heard)) removeEventListener(type, listener as EventListener);
  };
}

const carriesText = ({ types }: DataTransfer): boolean =>
  types.includes('text/plain') || types.includes('text/uri-list');

const textOf = (data: DataTransfer): string => (data.getData('text/plain') || data.getData('text/uri-list')).trim();

/** Somebody writes there: what is pasted or dropped is for the field. */
const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));

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
