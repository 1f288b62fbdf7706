/** How much of the answers may stay in sight while the files scroll: with large letters on a small screen not all. */
import { type Signal, useSignal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/** The share of the screen that what stays in sight may take. */
const MOST = 0.34;

/** `all`: the answers, and what is beneath them; `answers`: those alone; `none`: all of it scrolls. */
export type Room = 'all' | 'answers' | 'none';

/** Put the reference on the element that holds the answers, as its first child, and the rest. */
export function useRoom(): { readonly place: RefObject<HTMLDivElement | null>; readonly room: Signal<Room> } {
  const place = useRef<HTMLDivElement>(null);
  const room = useSignal<Room>('all');
  useEffect(() => {
    const heights = () => Array.from(place.current?.children ?? [], (part) => part.getBoundingClientRect().height);
    const look = () => {
      const [answers = 0, ...rest] = heights();
      const most = MOST * innerHeight;
      const whole = rest.reduce((sum, height) => sum + height, answers);
      room.value = whole <= most ? 'all' : answers <= most ? 'answers' : 'none';
    };
    look();
    const observer = new ResizeObserver(look);
    for (const part of place.current?.children ?? []) observer.observe(part);
    addEventListener('resize', look);
    return () => {
      observer.disconnect();
      removeEventListener('resize', look);
    };
  }, []);
  return { place, room };
}
