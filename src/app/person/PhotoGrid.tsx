/** The first of received photos, small and side by side; the link around them leads to all of them. */
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { sortOf } from '../../transfer/media-type.ts';
import type { TransferView } from '../../transfer/view.ts';
import { useLateText } from '../i18n/context.ts';
import type { Model, SavableFile } from '../model/model.ts';
import { inNaturalOrder } from '../model/natural.ts';
import { Thumbnail } from '../preview/Thumbnail.tsx';

/** Two rows on a small phone. */
const SHOWN = 6;

type Props = { transfer: TransferView; model: Pick<Model, 'savableFiles' | 'glance'> };

export function PhotoGrid({ transfer, model }: Props) {
  const { tag, format } = useLateText();
  const { key, contents, title, files } = transfer;
  const hasPictures = contents === 'photos' || contents === 'media' || (files === 1 && sortOf(title) === 'image');
  const shown = useSignal<readonly SavableFile[]>([]);
  useEffect(() => {
    if (!hasPictures) return;
    let isCurrent = true;
    void model.savableFiles(key).then((list) => {
      if (isCurrent) shown.value = inNaturalOrder(list, ({ path }) => path, tag).slice(0, SHOWN);
    });
    return () => {
      isCurrent = false;
    };
  }, [key, tag]);
  if (!hasPictures) return null;
  // Room for them from the start, so that nothing moves when they come.
  const places = Array.from({ length: Math.min(files, SHOWN) }, (_, at) => shown.value[at]);
  return (
    <span class="photo-grid" aria-hidden="true">
      {places.map((file, at) => (
        <span key={file?.index ?? -at - 1} class="photo-place">
          {file && <Thumbnail path={file.path} read={() => model.glance(key, file.index)} />}
          {at === SHOWN - 1 && files > SHOWN && (
            <span class="photo-more">{format.count({ other: '+#' }, files - SHOWN)}</span>
          )}
        </span>
      ))}
    </span>
  );
}
