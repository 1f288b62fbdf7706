/** The small square beside a file: its picture if it has one and is on the screen, else a sign for its type. */
import { useEffect, useRef } from 'preact/hooks';
import { sortOf } from '../../transfer/media-type.ts';
import { iconOf } from '../pieces/file-icon.ts';
import { Icon } from '../pieces/icons.tsx';
import { thumbnail } from './thumbnails.ts';
import '../styles/thumbnail.css';

/** Width of the square at the usual letter size, in CSS pixels; `.thumbnail` in thumbnail.css sets it. */
const SIDE_PX = 63;

type Props = {
  path: string;
  read: () => Promise<Blob | undefined>;
  /** Tells it from another of the same path: iPhones call every photo `image.jpg`. */
  of?: File;
  /** Its width on the screen at most, in CSS pixels. */
  side?: number;
};

export function Thumbnail({ path, read, of, side = SIDE_PX }: Props) {
  const place = useRef<HTMLSpanElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const sort = sortOf(path);
  useEffect(() => {
    if (sort !== 'image' || !place.current) return;
    let waiting: AbortController | undefined;
    const clear = (): void => {
      waiting?.abort();
      waiting = undefined;
      // A canvas without width uses no memory.
      if (canvas.current) canvas.current.width = 0;
    };
    const observer = new IntersectionObserver(([entry]) => {
      clear();
      if (!entry?.isIntersecting) return;
      waiting = new AbortController();
      const { signal } = waiting;
      void thumbnail(read, Math.round(side * devicePixelRatio), signal).then((picture) => {
        if (picture && !signal.aborted) draw(canvas.current, picture);
        picture?.close();
      });
    });
    observer.observe(place.current);
    return () => {
      observer.disconnect();
      clear();
    };
  }, [path, of]);
  return (
    <span ref={place} class="thumbnail" aria-hidden="true">
      <Icon name={iconOf(path)} />
      {sort === 'image' && <canvas ref={canvas} width="0" height="0" />}
    </span>
  );
}

function draw(canvas: HTMLCanvasElement | null, picture: ImageBitmap): void {
  if (!canvas) return;
  canvas.width = picture.width;
  canvas.height = picture.height;
  canvas.getContext('2d')?.drawImage(picture, 0, 0);
}
