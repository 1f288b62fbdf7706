/**
 * What somebody has written: its letters and its lines, and nothing in it is obeyed. Addresses open only by a press on a link
 * of their own below, which says where it leads.
 */
import { useSignal } from '@preact/signals';
import { useId, useMemo } from 'preact/hooks';
import { useLateText } from '../i18n/context.ts';
import { partsOf } from '../model/links.ts';
import { isCopied } from '../pieces/copied.ts';
import { Icon } from '../pieces/icons.tsx';

export function PlainText({ text, id }: { text: string; id: string }) {
  const parts = useMemo(() => partsOf(text), [text]);
  const hrefs = [...new Set(parts.flatMap(({ href }) => href ?? []))];
  if (text === '') return null;
  return (
    <>
      <p id={id} class="written" dir="auto">
        {parts.map((part) => (part.href === undefined ? part.text : <bdi class="address-in">{part.text}</bdi>))}
      </p>
      {hrefs.length > 0 && (
        <ul class="links">
          {hrefs.map((href) => (
            <Link key={href} href={href} />
          ))}
        </ul>
      )}
    </>
  );
}

function Link({ href }: { href: string }) {
  const { words } = useLateText();
  const id = useId();
  return (
    <li class="link">
      <bdi id={id} class="link-address" dir="ltr">
        {href}
      </bdi>
      <span class="actions">
        <a class="button small" href={href} target="_blank" rel="noopener noreferrer" aria-describedby={id}>
          <Icon name="open" />
          {words.messages.open}
        </a>
        <Copy text={href} describedBy={id} />
      </span>
    </li>
  );
}

/** Puts a text on the clipboard, and says if that has worked. */
export function Copy({ text, describedBy }: { text: string; describedBy: string }) {
  const { messages } = useLateText().words;
  const outcome = useSignal<'copied' | 'notCopied' | undefined>(undefined);
  return (
    <>
      <button
        class="button small"
        type="button"
        aria-describedby={describedBy}
        onClick={async () => {
          outcome.value = (await isCopied(text)) ? 'copied' : 'notCopied';
        }}
      >
        {messages.copy}
      </button>
      <span class="hint" role="status">
        {outcome.value && messages[outcome.value]}
      </span>
    </>
  );
}
