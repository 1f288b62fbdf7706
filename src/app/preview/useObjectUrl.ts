/** An address for the bytes of a file, as long as a component shows it. */
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { ImageType } from './image-type.ts';
import type { MediaType } from './media.ts';

/**
 * `type`: how the browser treats the bytes, whatever they are. Never a type that can hold scripts, because such an
 * address belongs to this origin. `afterMs`: how long it outlives the component, in milliseconds.
 */
export function useObjectUrl(
  blob: Blob,
  type: ImageType | MediaType | 'application/pdf',
  afterMs: number,
): string | undefined {
  const url = useSignal<string | undefined>(undefined);
  useEffect(() => {
    const made = URL.createObjectURL(blob.slice(0, blob.size, type));
    url.value = made;
    return () => {
      setTimeout(() => URL.revokeObjectURL(made), afterMs);
    };
  }, [blob, type]);
  return url.value;
}
