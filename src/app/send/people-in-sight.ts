/** After something was chosen, people come to the eye: whoever chooses on a small screen may see none of them. */
import { useSignalEffect } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Choosing } from './choosing.ts';

/** So many people in sight, and nobody has to look for them. */
const ROWS = 3;
/** As soon as the files are ready, the line with them stands above the tabs, in pixels. */
const TRAY_PX = 96;

/**
 * At once, in the moment of choosing and not when the files have been examined: by then a finger may be on its way to
 * somebody.
 */
export function usePeopleInSight({ unexamined }: Pick<Choosing, 'unexamined'>, hasFiles: boolean): void {
  const before = useRef(0);
  // Chosen before this part had come, or on another screen.
  useEffect(() => {
    if (hasFiles) showPeople();
  }, []);
  useSignalEffect(() => {
    const count = unexamined.value.length;
    const isMore = count > before.current;
    before.current = count;
    if (!isMore) return;
    // When the sentence above them has its room.
    const frame = requestAnimationFrame(showPeople);
    return () => cancelAnimationFrame(frame);
  });
}

function showPeople(): void {
  const people = document.querySelector('.devices');
  if (people === null) return;
  const { top, bottom } = spanOf(people);
  const room = innerHeight - coveredBelow() - TRAY_PX;
  if (top < 0 || bottom > room) {
    // A low screen has no room for the title as well: then what to do comes first.
    const first = bottom - top > room ? people.querySelector('.next-step') : null;
    // A page that glides would still move when the first finger comes.
    const { style } = document.documentElement;
    style.scrollBehavior = 'auto';
    (first ?? people).scrollIntoView();
    style.scrollBehavior = '';
  }
  // With a keyboard or a screen reader, the people come next; whoever pressed somebody stays with them.
  const { activeElement } = document;
  if (activeElement === document.body || activeElement?.closest('.picker'))
    people.querySelector('h2')?.focus({ preventScroll: true });
}

/** From the title to the last of the first rows, within the window. */
function spanOf(people: Element): { readonly top: number; readonly bottom: number } {
  const rows = [...people.querySelectorAll('[data-device]')].slice(0, ROWS);
  const last = rows[rows.length - 1] ?? people;
  return { top: people.getBoundingClientRect().top, bottom: last.getBoundingClientRect().bottom };
}

const coveredBelow = (): number => document.querySelector<HTMLElement>('.bottom[data-stuck="true"]')?.offsetHeight ?? 0;
