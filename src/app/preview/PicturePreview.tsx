/** A raster picture in an `img`, where nothing can run, whatever the file turns out to be. */
import { useSignal } from '@preact/signals';
import { useLateText } from '../i18n/context.ts';
import { fill } from '../i18n/format.ts';
import { shownName } from '../model/shown-name.ts';
import type { ImageType } from './image-type.ts';
import { NotShown } from './NotShown.tsx';
import { useObjectUrl } from './useObjectUrl.ts';

type Props = { path: string; blob: Blob; type: ImageType };

export function PicturePreview({ path, blob, type }: Props) {
  const { words } = useLateText();
  const isBroken = useSignal(false);
  // The type makes sure that the address can only be opened as a picture.
  const url = useObjectUrl(blob, type, 0);
  if (isBroken.value) return <NotShown icon="picture">{words.inbox.cannotShow}</NotShown>;
  return (
    <div class="preview picture">
      {url && (
        <img
          src={url}
          alt={fill(words.inbox.picture, { name: shownName(path) })}
          decoding="async"
          onError={() => {
            isBroken.value = true;
          }}
        />
      )}
    </div>
  );
}
