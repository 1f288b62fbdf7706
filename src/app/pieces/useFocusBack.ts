/** Where the keyboard goes on once a question is answered: the pressed button went with the question that it asked. */
import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/** Put the result on what stands in the place of the question; its first button gets the focus. */
export function useFocusBack<E extends HTMLElement>(isAsking: boolean): RefObject<E | null> {
  const place = useRef<E>(null);
  const wasAsking = useRef(false);
  useEffect(() => {
    if (wasAsking.current && !isAsking) place.current?.querySelector('button')?.focus();
    wasAsking.current = isAsking;
  }, [isAsking]);
  return place;
}
