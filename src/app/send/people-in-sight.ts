/** After something was chosen, people come to the eye: whoever chooses on a small screen may see none of them. */
import { useSignalEffect } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { Choosing } from './choosing.ts';

/** So many people in sight, and nobody has to look for them. */
const ROWS = 3;

/**
 * At once, in the moment of choosing and not when the files have been examined: by then a finger may be on its way to
 * somebody.
 */
export function usePeopleInSight({ unexamined }: Pick<Choosing, 'unexamined'>): void {
  const before = useRef(0);
  useSignalEffect(() => {
    const count = unexamined.value.length;
    if (count > before.current) showPeople();
    before.current = count;
  });
}

function showPeople(): void {
  const people = document.querySelector('.devices');
  if (people === null) return;
  if (!isInSight(people)) {
    // A page that glides would still move when the first finger comes.
    const { style } = document.documentElement;
    style.scrollBehavior = 'auto';
    people.scrollIntoView();
    style.scrollBehavior = '';
  }
  // With a keyboard or a screen reader, the people come next; whoever pressed somebody stays with them.
  const { activeElement } = document;
  if (activeElement === document.body || activeElement?.closest('.picker'))
    people.querySelector('h2')?.focus({ preventScroll: true });
}

function isInSight(people: Element): boolean {
  const rows = [...people.querySelectorAll('[data-device]')].slice(0, ROWS);
  const covered = document.querySelector<HTMLElement>('.bottom[data-stuck="true"]')?.offsetHeight ?? 0;
  const last = rows[rows.length - 1] ?? people;
  return people.getBoundingClientRect().top >= 0 && last.getBoundingClientRect().bottom <= innerHeight - covered;
}
