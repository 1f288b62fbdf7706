/** Shows a received file in the safest form for its bytes, or says why it is not shown. */
import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { useLateText } from '../i18n/context.ts';
import { headOf } from './head.ts';
import { type ImageSize, showing } from './image-size.ts';
import { MediaPreview } from './MediaPreview.tsx';
import { ModernPicture } from './ModernPicture.tsx';
import { NotShown } from './NotShown.tsx';
import { PdfPreview } from './PdfPreview.tsx';
import { PicturePreview } from './PicturePreview.tsx';
import { HEAD_BYTES, type Preview, previewOf } from './preview.ts';
import { TextPreview } from './TextPreview.tsx';
import { ZipPreview } from './ZipPreview.tsx';

/** `nowhere`: said where nothing can be read. */
type Props = { path: string; read: () => Promise<Blob | undefined>; nowhere?: string };
type Looked = { readonly blob: Blob; readonly head: Uint8Array; readonly preview: Preview };

export function FilePreview({ path, read, nowhere }: Props) {
  const looked = useSignal<Looked | 'unreadable' | undefined>(undefined);
  useEffect(() => {
    let isCurrent = true;
    void look(read).then((result) => {
      if (isCurrent) looked.value = result;
    });
    return () => {
      isCurrent = false;
    };
  }, []);
  const { words } = useLateText();
  const { value } = looked;
  if (value === undefined) return <div class="preview" aria-busy="true" />;
  if (value === 'unreadable') return <NotShown icon="warning">{nowhere ?? words.inbox.unreadable}</NotShown>;
  const { blob, head, preview } = value;
  switch (preview.kind) {
    case 'image': {
      const { type, size } = preview;
      const picture = <PicturePreview path={path} blob={blob} type={type} />;
      if (type === 'image/heic' || type === 'image/avif') return <ModernPicture type={type} picture={picture} />;
      return <Picture size={size} picture={picture} />;
    }
    case 'media':
      return <MediaPreview path={path} blob={blob} type={preview.type} />;
    case 'zip':
      return <ZipPreview blob={blob} />;
    case 'pdf':
      return <PdfPreview blob={blob} />;
    case 'text':
      return <TextPreview head={head} totalBytes={blob.size} guess={preview.encoding} />;
    case 'none':
      return <NotShown icon="file">{words.inbox.cannotShow}</NotShown>;
  }
}

async function look(read: Props['read']): Promise<Looked | 'unreadable'> {
  const blob = await read();
  try {
    if (!blob) return 'unreadable';
    const head = await headOf(blob);
    return { blob, head, preview: previewOf(head, blob.size <= HEAD_BYTES) };
  } catch {
    return 'unreadable'; // the storage was cleared meanwhile
  }
}

function Picture({ size, picture }: { size: ImageSize | undefined; picture: ComponentChildren }) {
  const { words } = useLateText();
  const isAsked = useSignal(false);
  switch (showing(size)) {
    case 'never':
      return <NotShown icon="picture">{words.inbox.pictureTooLarge}</NotShown>;
    case 'asks':
      if (isAsked.value) return picture;
      return (
        <NotShown icon="picture">
          <button
            class="button"
            type="button"
            onClick={() => {
              isAsked.value = true;
            }}
          >
            {words.inbox.showPicture}
          </button>
          <p class="hint">{words.inbox.showPictureHelp}</p>
        </NotShown>
      );
    case 'unasked':
      return picture;
  }
}
