/** An address for the bytes of a file as long as a component shows it. */
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';

/**
 * `type` is what the browser takes the bytes for, whatever they are: never one that can hold scripts, because such an
 * address belongs to this origin. `afterMs`: how long it outlives the component, in milliseconds.
 */
export function useObjectUrl(
  blob: Blob,
  type: `image/${'avif' | 'bmp' | 'gif' | 'heic' | 'jpeg' | 'png' | 'webp'}` | 'application/pdf',
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
