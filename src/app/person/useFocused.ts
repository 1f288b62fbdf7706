/** Focus that returns to where one came from. */
import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/** Put the result on what takes the focus as it appears, if `isWanted`. */
export function useFocused<E extends HTMLElement>(isWanted: boolean): RefObject<E | null> {
  const place = useRef<E>(null);
  useEffect(() => {
    if (isWanted) place.current?.focus();
  }, []);
  return place;
}
