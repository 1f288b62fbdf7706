/** One small picture of an offer: its pixels once they are decoded, and until then, or for ever, the sign of its kind. */
import { useEffect, useRef } from 'preact/hooks';
import { iconOf } from '../pieces/file-icon.ts';
import { Icon } from '../pieces/icons.tsx';
import { decodePicture } from './decode-picture.ts';

type Props = { path: string; jpeg: Uint8Array<ArrayBuffer> | undefined };

export function SmallPicture({ path, jpeg }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    if (!jpeg) return;
    const gone = new AbortController();
    void decodePicture(jpeg, gone.signal).then((picture) => {
      const shown = canvas.current;
      if (picture && shown && !gone.signal.aborted) {
        shown.width = picture.width;
        shown.height = picture.height;
        shown.getContext('2d')?.drawImage(picture, 0, 0);
      }
      picture?.close();
    });
    return () => gone.abort();
  }, [jpeg]);
  return (
    <span class="small-picture" aria-hidden="true">
      <Icon name={iconOf(path)} />
      <canvas ref={canvas} width="0" height="0" />
    </span>
  );
}
