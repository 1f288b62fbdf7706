/** The stored files of one transfer, each with its button. Loaded when opened; long lists grow by pages. */
import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { useLateText } from '../i18n/context.ts';
import { fill } from '../i18n/format.ts';
import type { SavableFile } from '../model/model.ts';
import { inNaturalOrder } from '../model/natural.ts';
import { shownName } from '../model/shown-name.ts';
import { Name } from '../pieces/Name.tsx';
import { usePages } from '../pieces/usePages.tsx';

const PAGE_FILES = 100;

type Props = { load: () => Promise<readonly SavableFile[]>; onSave: (index: number) => void };

export function FileList({ load, onSave }: Props) {
  const { tag, words, format } = useLateText();
  const files = useSignal<readonly SavableFile[]>([]);
  const sorted = useMemo(() => inNaturalOrder(files.value, ({ path }) => path, tag), [files.value, tag]);
  const { shown, more } = usePages(sorted, PAGE_FILES);
  const toggled = async (event: Event & { currentTarget: HTMLDetailsElement }): Promise<void> => {
    if (event.currentTarget.open && files.value.length === 0) files.value = await load();
  };
  return (
    <details class="files" onToggle={toggled}>
      <summary>{words.showFiles}</summary>
      <ul class="rows">
        {shown.map(({ index, path, size }) => (
          <li key={index} class="row">
            <span class="group-text">
              <Name of={path} /> <span class="figures">{format.bytes(size)}</span>
            </span>
            <button
              class="button quiet"
              type="button"
              aria-label={fill(words.saveNamed, { name: shownName(path) })}
              onClick={() => onSave(index)}
            >
              {words.saveToDevice}
            </button>
          </li>
        ))}
      </ul>
      {more}
    </details>
  );
}
