/** Small pictures of what is on offer, side by side; a press shows one larger. One stop for the keyboard, arrows within. */
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { ManifestEntry } from '../../protocol/peer.ts';
import { useLateText } from '../i18n/context.ts';
import type { Pictures } from '../model/model.ts';
import { Name } from '../pieces/Name.tsx';
import { SmallPicture } from './SmallPicture.tsx';

type Props = { files: readonly number[]; entries: readonly ManifestEntry[]; pictures: Pictures };

/** How far each key moves. */
const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

export function Tiles({ files, entries, pictures }: Props) {
  const { offered: words } = useLateText().words;
  const list = useRef<HTMLUListElement>(null);
  /** The tile that the keyboard reaches, by its place. */
  const current = useSignal(0);
  const larger = useSignal<number | undefined>(undefined);
  const isBack = useRef(false);
  const focus = () => list.current?.querySelectorAll('button')[current.value]?.focus();
  useEffect(() => {
    if (larger.value === undefined && isBack.current) focus();
    isBack.current = larger.value !== undefined;
  }, [larger.value]);
  if (larger.value !== undefined)
    return (
      <Larger
        path={entries[larger.value]?.path ?? ''}
        jpeg={pictures.get(larger.value)}
        onBack={() => {
          larger.value = undefined;
        }}
      />
    );
  return (
    <>
      <span id="offer-pictures" hidden>
        {words.pictures}
      </span>
      <ul
        ref={list}
        class="tiles"
        data-few={files.length < 3 || undefined}
        aria-labelledby="offer-pictures"
        onKeyDown={(event) => {
          const step = STEPS[event.key];
          if (step === undefined) return;
          event.preventDefault();
          current.value = Math.min(files.length - 1, Math.max(0, current.value + step));
          focus();
        }}
      >
        {files.map((file, place) => (
          <li key={file}>
            <button
              class="tile"
              type="button"
              tabIndex={place === current.value ? 0 : -1}
              onClick={() => {
                current.value = place;
                if (pictures.has(file)) larger.value = file;
              }}
            >
              <SmallPicture path={entries[file]?.path ?? ''} jpeg={pictures.get(file)} />
              <span class="hidden">
                <Name of={entries[file]?.path ?? ''} />
              </span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

function Larger({
  path,
  jpeg,
  onBack,
}: {
  path: string;
  jpeg: Uint8Array<ArrayBuffer> | undefined;
  onBack: () => void;
}) {
  const { offered: words } = useLateText().words;
  const back = useRef<HTMLButtonElement>(null);
  useEffect(() => back.current?.focus(), []);
  return (
    <figure class="larger">
      <SmallPicture path={path} jpeg={jpeg} />
      <figcaption>
        <Name of={path} />
      </figcaption>
      <button ref={back} class="button" type="button" onClick={onBack}>
        {words.back}
      </button>
    </figure>
  );
}
