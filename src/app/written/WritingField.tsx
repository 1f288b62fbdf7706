/** The field in which a message or a post is written: it grows with its lines, takes pasted files, and Ctrl and Enter send. */
import type { RefObject } from 'preact';
import { useId, useLayoutEffect } from 'preact/hooks';
import { chosenFiles } from '../files/files.ts';
import { isWriting } from '../pieces/is-writing.ts';
import type { Writing } from './writing.ts';

type Props = {
  field: RefObject<HTMLTextAreaElement | null>;
  label: string;
  /** Said above it, and not only within it. */
  isTitled?: boolean;
  writing: Writing;
  /** Lines that it has at first. */
  rows: number;
  describedBy?: string;
  onSend: () => void;
};

export function WritingField({ field, label, isTitled = false, writing, rows, describedBy, onSend }: Props) {
  const { text } = writing;
  const id = useId();
  useLayoutEffect(() => {
    const { current } = field;
    if (current === null) return;
    current.style.blockSize = 'auto';
    if (current.scrollHeight > 0) current.style.blockSize = `${current.scrollHeight + 4}px`; // with its borders
  }, [text]);
  const area = (
    <textarea
      ref={field}
      id={id}
      class="writing"
      dir="auto"
      rows={rows}
      aria-label={isTitled ? undefined : label}
      placeholder={isTitled ? undefined : label}
      aria-describedby={describedBy}
      aria-keyshortcuts="Control+Enter"
      value={text}
      onInput={({ currentTarget }) => writing.write(currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || isWriting(event) || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        onSend();
      }}
      onPaste={(event) => take(event, event.clipboardData, writing)}
      onDrop={(event) => take(event, event.dataTransfer, writing)}
    />
  );
  if (!isTitled) return area;
  return (
    <div class="titled-writing">
      <label class="label" for={id}>
        {label}
      </label>
      {area}
    </div>
  );
}

/** A copied table is a text and a picture of it: then the text is meant. */
function take(event: Event, data: DataTransfer | null, writing: Writing): void {
  const files = chosenFiles(data?.files ?? []);
  if (files.length === 0 || (data?.getData('text/plain') ?? '') !== '') return;
  event.preventDefault();
  writing.attach(files);
}
