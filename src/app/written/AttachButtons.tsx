/** Attaches files, and puts what was copied elsewhere into the text. The words stand beside the signs for who does not see those. */
import { useRef } from 'preact/hooks';
import { chosenFiles } from '../files/files.ts';
import { useLateText } from '../i18n/context.ts';
import { Icon } from '../pieces/icons.tsx';
import type { Writing } from './writing.ts';

type Props = { writing: Writing; after: () => void };

export function AttachButtons({ writing, after }: Props) {
  const { messages } = useLateText().words;
  const button = useRef<HTMLButtonElement>(null);
  const field = useRef<HTMLInputElement | undefined>(undefined);
  /** Made at the press: the one file input that stands on the page is for what is sent at once. */
  const choose = (): void => {
    field.current?.remove();
    const input = document.createElement('input');
    input.type = 'file';
    input.multiple = true;
    input.hidden = true;
    input.onchange = () => {
      writing.attach(chosenFiles(input.files ?? []));
      input.remove();
      after();
    };
    field.current = input;
    button.current?.after(input); // Safari forgets one that is not on the page
    input.click();
  };
  return (
    <>
      <button ref={button} class="button attach" type="button" onClick={choose}>
        <Icon name="picture" />
        <span>{messages.attach}</span>
      </button>
      {canPaste() && writing.text === '' && (
        <button
          class="button attach"
          type="button"
          onClick={async () => {
            const text = await pasted();
            if (text !== '') writing.add(text);
            after();
          }}
        >
          <Icon name="document" />
          <span>{messages.paste}</span>
        </button>
      )}
    </>
  );
}

/** Secure contexts only, which the types do not say. */
const canPaste = (): boolean => typeof navigator.clipboard?.readText === 'function';

/** Empty when the person or the browser does not allow it. */
async function pasted(): Promise<string> {
  try {
    return await navigator.clipboard.readText();
  } catch {
    return '';
  }
}
